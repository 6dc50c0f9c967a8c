package org.perezvon.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where letters leave and arrive.
 *
 * @param address our own address, e.g. {@code vopros@ekc.example}; its server must accept {@code vopros+key@…} too
 * @param senderName how the sender is named to people
 * @param signingKey secret that signs reply addresses, at least 32 characters; absent: one is made at first start and kept
 *     in the database
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

        @Valid @NotNull(message = "Укажите perezvon.mail.imap.host, username и password: ящик, куда приходят ответы")
        Imap imap) {

    /** How a connection is protected. */
    public enum Tls {
        NONE,
        STARTTLS,
        IMPLICIT
    }

    /** The way out. */
    public record Smtp(
            @NotBlank(message = "Укажите perezvon.mail.smtp.host")
            String host,

            @Min(1) @Max(65535) @DefaultValue("587") int port,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("STARTTLS") Tls tls) {}

    /**
     * The way in.
     *
     * @param pollInterval how often the folder is read even when the server announces nothing
     */
    public record Imap(
            @NotBlank(message = "Укажите perezvon.mail.imap.host")
            String host,

            @Min(1) @Max(65535) @DefaultValue("993") int port,

            @NotBlank(message = "Укажите perezvon.mail.imap.username")
            String username,

            @NotNull(message = "Укажите perezvon.mail.imap.password")
            String password,

            @DefaultValue("IMPLICIT") Tls tls,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("30s") Duration pollInterval) {

        /** Which mailbox this is, whoever watches it. */
        public String mailbox() {
            return username + "@" + host + "/" + folder;
        }
    }
}
