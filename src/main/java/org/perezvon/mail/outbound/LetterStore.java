package org.perezvon.mail.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.Letter;
import org.perezvon.mail.LetterOutcome;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.SentLetter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code letter} and {@code letter_attempt}. */
@Component
public class LetterStore {

    private static final String ADD = """
            insert into perezvon.letter (conversation_id, purpose, to_name, to_address, subject, body, message_id,
                                         not_before, next_attempt_at, created_at)
            values (:conversation, :purpose, :toName, :to, :subject, :body, :messageId, :notBefore, :notBefore, :now)
            """;

    private static final String ABOUT = """
            select l.* from perezvon.letter l join perezvon.conversation c on c.id = l.conversation_id
            where c.reference = :reference order by l.id
            """;

    // A letter still SENDING after its lease belongs to a node that died between the attempt and its outcome.
    private static final String CLAIM = """
            update perezvon.letter set state = 'SENDING', attempts = attempts + 1, claimed_by = :node, next_attempt_at = :lease
            where id in (select id from perezvon.letter
                         where state in ('WAITING', 'SENDING') and next_attempt_at <= :now
                         order by next_attempt_at, id limit :limit for update skip locked)
            returning id, conversation_id, purpose, to_name, to_address, subject, body, message_id, attempts,
                      (select reference from perezvon.conversation c where c.id = conversation_id) as reference
            """;

    private static final String WRITE_ATTEMPT =
            "insert into perezvon.letter_attempt (letter_id, attempt, node, started_at) values (:id, :attempt, :node, :now)";

    private static final String END_ATTEMPT = """
            update perezvon.letter_attempt set ended_at = :now, outcome = :outcome
            where letter_id = :id and attempt = :attempt
            """;

    private static final String ACCEPTED = """
            update perezvon.letter set state = 'ACCEPTED', accepted_at = :at, server_reply = :reply, last_error = null,
                   next_attempt_at = :at
            where id = :id and attempts = :attempt and state = 'SENDING'
            """;

    // Nobody needed it any more while the server was being dialled: then this was the last attempt.
    private static final String POSTPONED = """
            update perezvon.letter set state = case when withdrawn_at is null then 'WAITING' else 'WITHDRAWN' end,
                   claimed_by = null, next_attempt_at = :next, last_error = :error
            where id = :id and attempts = :attempt and state = 'SENDING'
            """;

    private static final String HOLD_BACK = """
            update perezvon.letter set state = case when withdrawn_at is null then 'WAITING' else 'WITHDRAWN' end,
                   claimed_by = null, attempts = attempts - 1, not_before = :notBefore, next_attempt_at = :notBefore
            where id = :id and attempts = :attempt and state = 'SENDING'
            """;

    private static final String REFUSED = """
            update perezvon.letter set state = 'REFUSED', last_error = :error, next_attempt_at = :now
            where id = :id and attempts = :attempt and state = 'SENDING'
            """;

    // One that is just being sent is only marked: whether it has left is not known yet.
    private static final String WITHDRAW = """
            update perezvon.letter set withdrawn_at = :now, state = case state when 'WAITING' then 'WITHDRAWN' else state end
            where conversation_id = (select id from perezvon.conversation where reference = :reference)
              and purpose in (:purposes) and state in ('WAITING', 'SENDING')
            """;

    private static final String CLAIM_UNREPORTED = """
            select l.id, c.reference, l.purpose, l.to_address, l.state, l.accepted_at, l.last_error
            from perezvon.letter l join perezvon.conversation c on c.id = l.conversation_id
            where l.state in ('ACCEPTED', 'REFUSED') and l.reported_at is null and l.next_attempt_at <= :now
            order by l.next_attempt_at, l.id limit 1 for update of l skip locked
            """;

    private static final String RELEASE =
            "update perezvon.letter set next_attempt_at = :now where state = 'SENDING' and claimed_by = :node";

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final Clock clock;
    private final EmailAddress ownAddress;

    LetterStore(JdbcClient jdbc, Conversations conversations, MailSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
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
        jdbc.sql(ADD)
                .param("conversation", conversation)
                .param("purpose", letter.purpose())
                .param("toName", letter.toName())
                .param("to", letter.to().value())
                .param("subject", letter.subject())
                .param("body", letter.body())
                // Made once and kept: every attempt carries the same one, so a doubled letter is recognised as one.
                .param("messageId", "<" + UUID.randomUUID() + "@" + ownAddress.domain() + ">")
                .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
                .param("now", now())
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
        return jdbc.sql(ABOUT)
                .param("reference", reference)
                .query((row, n) -> sent(row))
                .list();
    }

    /** Takes letters whose time has come and writes the attempt, before anybody dials. */
    List<DueLetter> claim(String node, Duration lease, int limit) {
        OffsetDateTime now = now();
        List<DueLetter> due = jdbc.sql(CLAIM)
                .param("node", node)
                .param("now", now)
                .param("lease", now.plus(lease))
                .param("limit", limit)
                .query((row, n) -> due(row))
                .list();
        due.forEach(letter -> jdbc.sql(WRITE_ATTEMPT)
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .param("node", node)
                .param("now", now)
                .update());
        return due;
    }

    void accepted(DueLetter letter, Instant at, String serverReply) {
        endAttempt(letter, serverReply);
        jdbc.sql(ACCEPTED)
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reply", serverReply)
                .update();
    }

    void postponed(DueLetter letter, Duration delay, String error) {
        endAttempt(letter, error);
        jdbc.sql(POSTPONED)
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .param("next", now().plus(delay))
                .param("error", error)
                .update();
    }

    /** Nobody was dialled for this letter yet: it waits, and its attempt has not been one. */
    void holdBack(DueLetter letter, Instant notBefore) {
        jdbc.sql("delete from perezvon.letter_attempt where letter_id = :id and attempt = :attempt")
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .update();
        jdbc.sql(HOLD_BACK)
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    void refused(DueLetter letter, String error) {
        endAttempt(letter, error);
        jdbc.sql(REFUSED)
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .param("error", error)
                .param("now", now())
                .update();
    }

    /** Locks one outcome that the rooms above do not know yet, until the transaction ends. */
    Optional<Unreported> claimUnreported() {
        return jdbc.sql(CLAIM_UNREPORTED)
                .param("now", now())
                .query((row, n) -> unreported(row))
                .optional();
    }

    void reported(long letterId) {
        jdbc.sql("update perezvon.letter set reported_at = :now where id = :id")
                .param("id", letterId)
                .param("now", now())
                .update();
    }

    void postponeReport(long letterId, Duration delay) {
        jdbc.sql("update perezvon.letter set next_attempt_at = :next where id = :id and reported_at is null")
                .param("id", letterId)
                .param("next", now().plus(delay))
                .update();
    }

    /** What this node had claimed before it was killed is due at once. */
    int releaseClaimsOf(String node) {
        return jdbc.sql(RELEASE).param("node", node).param("now", now()).update();
    }

    private void endAttempt(DueLetter letter, String outcome) {
        jdbc.sql(END_ATTEMPT)
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .param("now", now())
                .param("outcome", outcome)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static DueLetter due(ResultSet row) throws SQLException {
        return new DueLetter(
                row.getLong("id"),
                row.getLong("conversation_id"),
                row.getString("reference"),
                row.getString("purpose"),
                row.getString("to_name"),
                EmailAddress.of(row.getString("to_address")),
                row.getString("subject"),
                row.getString("body"),
                row.getString("message_id"),
                row.getInt("attempts"));
    }

    private static Unreported unreported(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        String purpose = row.getString("purpose");
        LetterOutcome outcome = row.getString("state").equals("ACCEPTED")
                ? new LetterOutcome.Accepted(
                        reference,
                        purpose,
                        row.getObject("accepted_at", OffsetDateTime.class).toInstant())
                : new LetterOutcome.Refused(
                        reference, purpose, row.getString("to_address"), row.getString("last_error"));
        return new Unreported(row.getLong("id"), outcome);
    }

    /** An outcome on record that nobody has acted on. */
    record Unreported(long letterId, LetterOutcome outcome) {}

    private static SentLetter sent(ResultSet row) throws SQLException {
        return new SentLetter(
                row.getString("message_id"),
                row.getString("purpose"),
                row.getString("subject"),
                row.getString("to_address"),
                SentLetter.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("not_before", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("accepted_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("server_reply")),
                Optional.ofNullable(row.getString("last_error")));
    }
}
