package org.perezvon.mail.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.perezvon.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables {@code conversation} and {@code letter} know of the traces in a mail: all of it in one look. */
@Component
class TraceStore {

    // As one list of ids, so that no plan walks through all conversations; put together here, which costs the
    // database a third of what aggregates do. Parameters one by one and in few numbers of them: for arrays, whose
    // length it does not know, PostgreSQL makes a new plan each time, which takes five times as long as the look.
    private static final String NAMED = """
            select c.id, c.reference, l.message_id, l.to_address, l.body
            from perezvon.conversation c left join perezvon.letter l on l.conversation_id = c.id
            where c.id in (select id from perezvon.conversation where id in (:ids)
                           union select conversation_id from perezvon.letter where message_id in (:messageIds))
            order by c.id, l.id
            """;

    private static final long NOBODYS = -1;

    private final JdbcClient jdbc;

    TraceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A conversation of ours.
     *
     * @param messageIds under which we wrote in it, with angle brackets
     * @param letters the text of each, oldest first
     */
    record Known(
            long id, String reference, Set<String> messageIds, Set<EmailAddress> recipients, List<String> letters) {

        /** Everything we wrote in it. */
        String words() {
            return String.join("\n", letters);
        }
    }

    List<Known> named(Collection<Long> ids, Collection<String> messageIds) {
        if (ids.isEmpty() && messageIds.isEmpty()) {
            return List.of();
        }
        List<Known> known = new ArrayList<>();
        jdbc.sql(NAMED)
                .param("ids", padded(ids, NOBODYS))
                .param("messageIds", padded(messageIds, ""))
                .query(row -> {
                    add(row, known);
                });
        return known;
    }

    /** To the next power of two, from four on. */
    private static <T> List<T> padded(Collection<T> values, T filler) {
        int size = Math.max(4, Integer.highestOneBit(Math.max(1, values.size() * 2 - 1)));
        return Stream.concat(values.stream(), Stream.generate(() -> filler))
                .limit(size)
                .toList();
    }

    private static void add(ResultSet row, List<Known> known) throws SQLException {
        long id = row.getLong("id");
        Known last = known.isEmpty() ? null : known.get(known.size() - 1);
        if (last == null || last.id() != id) {
            last = new Known(id, row.getString("reference"), new HashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
            known.add(last);
        }
        String messageId = row.getString("message_id");
        if (messageId != null) {
            last.messageIds().add(messageId);
            last.recipients().add(EmailAddress.of(row.getString("to_address")));
            last.letters().add(row.getString("body"));
        }
    }
}
