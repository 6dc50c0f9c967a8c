package org.perezvon.mail.inbound;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.perezvon.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables {@code conversation} and {@code letter} know of the traces in a mail: all of it in one look. */
@Component
class TraceStore {

    // As one list of ids, so that no plan walks through all conversations.
    private static final String NAMED = """
            select c.id, c.reference, array_agg(l.message_id) as message_ids,
              array_agg(distinct l.to_address) as recipients, coalesce(string_agg(l.body, E'\\n' order by l.id), '') as words
            from perezvon.conversation c left join perezvon.letter l on l.conversation_id = c.id
            where c.id in (select unnest(cast(:ids as bigint[]))
                           union select conversation_id from perezvon.letter where message_id = any(:messageIds))
            group by c.id order by c.id
            """;

    private final JdbcClient jdbc;

    TraceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A conversation of ours.
     *
     * @param messageIds under which we wrote in it, with angle brackets
     * @param words everything we wrote in it
     */
    record Known(long id, String reference, Set<String> messageIds, Set<EmailAddress> recipients, String words) {}

    List<Known> named(Collection<Long> ids, Collection<String> messageIds) {
        if (ids.isEmpty() && messageIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(NAMED)
                .param("ids", ids.toArray(Long[]::new))
                .param("messageIds", messageIds.toArray(String[]::new))
                .query((row, n) -> known(row))
                .list();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("id"),
                row.getString("reference"),
                texts(row.getArray("message_ids")),
                texts(row.getArray("recipients")).stream()
                        .map(EmailAddress::of)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                row.getString("words"));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
