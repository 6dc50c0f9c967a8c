package org.perezvon.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.perezvon.directory.Directory;
import org.perezvon.directory.Recipient;
import org.perezvon.directory.Recipient.Role;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.RegistrationNumber;

/** Who may answer an inquiry beside the person it was sent to. */
class InquiryCorrespondentsTest {

    private static final InquiryId ID = InquiryId.fresh();

    private final Inquiries inquiries = mock(Inquiries.class);
    private final Directory directory = mock(Directory.class);
    private final InquiryCorrespondents correspondents = new InquiryCorrespondents(inquiries, directory);

    @Test
    void deputies_and_second_addresses_may_answer_too() {
        when(inquiries.find(ID)).thenReturn(Optional.of(inquiry()));
        when(directory.recipients("minsoc"))
                .thenReturn(List.of(
                        recipient("vetrova@minsoc.example", Role.RESPONSIBLE),
                        recipient("vetrova@second.example", Role.SECOND_ADDRESS),
                        recipient("testov@minsoc.example", Role.ABSENCE_DEPUTY),
                        recipient("primerov@other.example", Role.DEPUTY)));

        assertThat(correspondents.alsoAnswering(ID.toString()))
                .extracting(EmailAddress::value)
                .containsExactlyInAnyOrder(
                        "vetrova@minsoc.example",
                        "vetrova@second.example",
                        "testov@minsoc.example",
                        "primerov@other.example");
    }

    @Test
    void nobody_answers_for_a_reference_that_names_no_inquiry() {
        assertThat(correspondents.alsoAnswering("chto-to")).isEmpty();
    }

    private static Recipient recipient(String address, Role role) {
        return new Recipient("О. Ветрова", EmailAddress.of(address), Optional.empty(), role);
    }

    private static Inquiry inquiry() {
        return new Inquiry(
                ID,
                RegistrationNumber.parse("2026-000456"),
                1,
                "minsoc",
                "Когда назначат пособие?",
                Inquiry.Origin.ofCall(Instant.parse("2026-11-17T02:40:00Z")),
                Inquiry.State.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
