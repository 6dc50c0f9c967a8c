package org.perezvon.inquiry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.perezvon.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code delivery_failure}: which addresses have not taken an inquiry's request. */
@Component
class DeliveryFailureStore {

    private static final String ADD = """
            insert into perezvon.delivery_failure (inquiry_id, address, failed_at, reason)
            values (:inquiry, :address, :at, :reason) on conflict do nothing
            """;

    private final JdbcClient jdbc;

    DeliveryFailureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(InquiryId inquiry, EmailAddress address, Instant at, String reason) {
        jdbc.sql(ADD)
                .param("inquiry", inquiry.value())
                .param("address", address.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    Set<String> addresses(InquiryId inquiry) {
        return new HashSet<>(jdbc.sql("select address from perezvon.delivery_failure where inquiry_id = :inquiry")
                .param("inquiry", inquiry.value())
                .query(String.class)
                .list());
    }

    /** A person has confirmed this one. */
    void forget(InquiryId inquiry, EmailAddress address) {
        jdbc.sql("delete from perezvon.delivery_failure where inquiry_id = :inquiry and address = :address")
                .param("inquiry", inquiry.value())
                .param("address", address.value())
                .update();
    }

    /** A person wants them to be tried again. */
    void forget(InquiryId inquiry) {
        jdbc.sql("delete from perezvon.delivery_failure where inquiry_id = :inquiry")
                .param("inquiry", inquiry.value())
                .update();
    }
}
