package org.perezvon.mail.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.DeliveryReport;
import org.perezvon.mail.Letter;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.SentLetter;
import org.perezvon.mail.inbound.DeskStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code letter}, as those see it who write letters. */
@Component
public class LetterStore {

    private static final String ADD = """
            insert into perezvon.letter (conversation_id, purpose, origin, to_name, to_address, subject, body, message_id,
                                         not_before, next_attempt_at, created_at, in_reply_to, thread)
            values (:conversation, :purpose, :origin, :toName, :to, :subject, :body, :messageId, :notBefore, :notBefore, :now,
                    :inReplyTo, :thread)
            """;

    private static final String ABOUT = """
            select l.* from perezvon.letter l join perezvon.conversation c on c.id = l.conversation_id
            where c.reference = :reference order by l.id
            """;

    // One that is just being sent is only marked: whether it has left is not known yet.
    private static final String WITHDRAW = """
            update perezvon.letter set withdrawn_at = :now, state = case state when 'WAITING' then 'WITHDRAWN' else state end
            where conversation_id = (select id from perezvon.conversation where reference = :reference)
              and purpose in (:purposes) and state in ('WAITING', 'SENDING')
            """;

    private static final String HELD_BACK = """
            select * from perezvon.letter where state = 'WAITING' and waiting_because is not null and id > :after
            order by id limit :limit
            """;

    private static final String RELEASE = """
            update perezvon.letter set released_at = :now, waiting_because = null, over_cap = false,
                   next_attempt_at = greatest(not_before, :now)
            where id = :id and state = 'WAITING'
            """;

    private final JdbcClient jdbc;
    private final LetterReportStore reports;
    private final Conversations conversations;
    private final DeskStore mails;
    private final Clock clock;
    private final EmailAddress ownAddress;

    LetterStore(
            JdbcClient jdbc,
            LetterReportStore reports,
            Conversations conversations,
            DeskStore mails,
            MailSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.conversations = conversations;
        this.mails = mails;
        this.clock = clock;
        this.ownAddress = EmailAddress.of(settings.address());
    }

    /** A letter that may leave at once. */
    public void add(Letter letter) {
        add(letter, clock.instant());
    }

    /** A letter that no attempt is made for before this moment. */
    public void add(Letter letter, Instant notBefore) {
        long conversation = conversations.open(letter.reference());
        AnsweredMail answered =
                letter.answers().flatMap(mails::find).map(AnsweredMail::of).orElse(AnsweredMail.NONE);
        jdbc.sql(ADD)
                .param("conversation", conversation)
                .param("purpose", letter.purpose())
                .param("origin", letter.origin().name())
                .param("toName", letter.toName())
                .param("to", letter.to().value())
                .param("subject", letter.subject())
                .param("body", letter.body())
                // Made once and kept: every attempt carries the same one, so a doubled letter is recognised as one.
                .param("messageId", "<" + UUID.randomUUID() + "@" + ownAddress.domain() + ">")
                .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .param("inReplyTo", answered.messageId())
                .param("thread", answered.thread())
                .update();
    }

    /** @return how many that had not left will not leave any more */
    public int withdraw(String reference, Set<String> purposes) {
        return jdbc.sql(WITHDRAW)
                .param("reference", reference)
                .param("purposes", purposes)
                .param("now", now())
                .update();
    }

    public List<SentLetter> about(String reference) {
        Map<Long, List<DeliveryReport>> reported = reports.about(reference);
        return jdbc.sql(ABOUT)
                .param("reference", reference)
                .query((row, n) -> sent(row, reported.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** Letters held back for a reason, in the order they were written. */
    public List<SentLetter> heldBack(long afterId, int limit) {
        return jdbc.sql(HELD_BACK)
                .param("after", afterId)
                .param("limit", limit)
                .query((row, n) -> sent(row, List.of()))
                .list();
    }

    /** @return whether it was waiting */
    public boolean release(long id) {
        return jdbc.sql(RELEASE).param("id", id).param("now", now()).update() == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static SentLetter sent(ResultSet row, List<DeliveryReport> reports) throws SQLException {
        return new SentLetter(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("purpose"),
                Letter.Origin.valueOf(row.getString("origin")),
                row.getString("subject"),
                row.getString("to_address"),
                SentLetter.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("not_before", OffsetDateTime.class).toInstant(),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("waiting_because")),
                Optional.ofNullable(row.getObject("accepted_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("server")),
                Optional.ofNullable(row.getString("server_reply")),
                Optional.ofNullable(row.getString("last_error")),
                reports);
    }
}
