package org.perezvon.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where letters leave and arrive.
 *
 * @param address our own address, e.g. {@code vopros@ekc.example}; its server must accept {@code vopros+key@…} too
 * @param senderName how the sender is named to people
 * @param signingKey secret that signs reply addresses, at least 32 characters; absent: one is made at first start and kept
 *     in the database
 * @param smtp the way out
 * @param secondSmtp the way out when the first is down; absent: letters wait
 * @param imap the mailbox to which answers come; copies of what we sent are put here
 * @param furtherMailboxes other mailboxes whose mails are ours to read
 */
@Validated
@ConfigurationProperties("perezvon.mail")
public record MailSettings(
        @NotBlank(message = "Укажите perezvon.mail.address: адрес, с которого уходят запросы")
        String address,

        @DefaultValue("Единый контакт-центр") String senderName,
        @Nullable String signingKey,

        @Valid @NotNull(message = "Укажите perezvon.mail.smtp.host: сервер, через который уходят письма")
        Smtp smtp,

        @Valid @Nullable Smtp secondSmtp,

        @Valid @NotNull(message = "Укажите perezvon.mail.imap.host, username и password: ящик, куда приходят ответы")
        Imap imap,

        @Valid @DefaultValue List<Imap> furtherMailboxes,
        @Valid @DefaultValue Outgoing outgoing,
        @Valid @DefaultValue Incoming incoming,
        @Valid @DefaultValue Watch watch) {

    /** Every mailbox that is read, the one to which answers come first. */
    public List<Imap> mailboxes() {
        return Stream.concat(Stream.of(imap), furtherMailboxes.stream()).toList();
    }

    /** Every way out, in the order in which they are tried. */
    public List<Smtp> routes() {
        return secondSmtp == null ? List.of(smtp) : List.of(smtp, secondSmtp);
    }

    /** How a connection is protected. */
    public enum Tls {
        NONE,
        STARTTLS,
        IMPLICIT
    }

    /** What becomes of a mail in its folder once it is safe in the database. */
    public enum Afterwards {
        /** It stays as it is. */
        LEAVE,
        /** It is marked as read. */
        SEEN,
        /** It is moved into another folder of the same mailbox. */
        MOVE
    }

    /** A server and who we are there. */
    public sealed interface Server {

        String host();

        int port();

        /** Absent: we do not log in. */
        @Nullable
        String username();

        @Nullable
        String password();

        Tls tls();

        /** Name of a bundle under {@code spring.ssl.bundle} that says whom to trust; absent: whom Java trusts. */
        @Nullable
        String sslBundle();

        /** Where to ask for an access token; absent: we log in by password. */
        @Nullable
        Oauth2 oauth2();
    }

    /** One way out. */
    public record Smtp(
            @NotBlank(message = "Укажите host у perezvon.mail.smtp и perezvon.mail.second-smtp")
            String host,

            @Min(1) @Max(65535) @DefaultValue("587") int port,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("STARTTLS") Tls tls,
            @Nullable String sslBundle,
            @Valid @Nullable Oauth2 oauth2)
            implements Server {

        /** Which route this is, for people. */
        public String route() {
            return host + ":" + port;
        }
    }

    /**
     * One mailbox.
     *
     * @param folders which of its folders are read
     * @param pollInterval how often a folder is read even when the server announces nothing
     * @param moveTo the folder for {@link Afterwards#MOVE}, made when it is not there
     * @param largest a mail larger than this stays on the server; only its head is taken, and a person is told
     * @param sentFolder where copies of what we sent are put; empty: nowhere
     */
    public record Imap(
            @NotBlank(message = "Укажите host у perezvon.mail.imap и perezvon.mail.further-mailboxes")
            String host,

            @Min(1) @Max(65535) @DefaultValue("993") int port,

            @NotBlank(message = "Укажите username у perezvon.mail.imap и perezvon.mail.further-mailboxes")
            String username,

            @Nullable String password,
            @DefaultValue("IMPLICIT") Tls tls,
            @Nullable String sslBundle,
            @Valid @Nullable Oauth2 oauth2,

            @NotEmpty(message = "Укажите хотя бы одну папку в folders") @DefaultValue("INBOX")
            List<String> folders,

            @DefaultValue("30s") Duration pollInterval,
            @DefaultValue("SEEN") Afterwards afterwards,
            @DefaultValue("Perezvon") String moveTo,
            @DefaultValue("40MB") DataSize largest,
            @DefaultValue("") String sentFolder)
            implements Server {

        /** Which folder of which mailbox this is, whoever watches it. */
        public String mailbox(String folder) {
            return username + "@" + host + "/" + folder;
        }
    }

    /**
     * Logging in by XOAUTH2 with a token that is asked for when the last one has run out.
     *
     * @param tokenUri where tokens are given out (RFC 6749 §3.2)
     * @param refreshToken absent: the client asks in its own name (RFC 6749 §4.4)
     */
    public record Oauth2(
            @NotBlank(message = "Укажите oauth2.token-uri: где почтовый сервер выдаёт токены")
            String tokenUri,

            @NotBlank(message = "Укажите oauth2.client-id") String clientId,

            @Nullable String clientSecret,
            @Nullable String refreshToken,
            @DefaultValue List<String> scopes) {}

    /**
     * How letters leave.
     *
     * @param perMinute how many letters may leave to one mail domain within a minute
     * @param perDay how many letters may leave to one address within 24 hours: a program that answers us must not start an
     *     endless exchange
     * @param patience how long a mail server may keep us waiting at each step
     */
    public record Outgoing(
            @Min(1) @DefaultValue("120") int perMinute,
            @Min(1) @DefaultValue("1000") int perDay,
            @DefaultValue("60s") Duration patience) {}

    /**
     * How mails are taken.
     *
     * @param workers how many mails one node takes at a time
     * @param readingTime how long reading one mail may take
     * @param readingMemory how much memory a separate reader of suspicious mails has
     * @param authservIds names under which our own mail servers tell what they found out about a sender (RFC 8601 §2.5), e.g.
     *     {@code mx.ekc.example}, {@code *.mail.example} for all below; they must write such a field into every mail and take
     *     out those that strangers wrote in their name. Empty: nobody checks senders
     */
    public record Incoming(
            @Min(1) @Max(64) @DefaultValue("4") int workers,
            @DefaultValue("10s") Duration readingTime,
            @DefaultValue("256MB") DataSize readingMemory,
            @DefaultValue List<String> authservIds) {

        public Incoming {
            authservIds = authservIds.stream()
                    .map(id -> id.strip().toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    /**
     * How the mail room watches itself.
     *
     * @param selfTest how often a letter goes round from us to us; zero: never
     * @param rounds how often it looks whether all is well; zero: never, then nobody is told of a trouble
     */
    public record Watch(
            @DefaultValue("15m") Duration selfTest,
            @DefaultValue("5s") Duration rounds) {}
}
