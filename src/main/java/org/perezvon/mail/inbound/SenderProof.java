package org.perezvon.mail.inbound;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.SenderVerdict;
import org.perezvon.mail.SenderVerdict.Verdict;

/**
 * Weighs what our own mail server found out about a sender. Only the topmost field in its name is believed: whoever writes a
 * mail can put further ones into it.
 */
final class SenderProof {

    /** With these begins what the writer of a mail made; what servers add stands above them. */
    private static final Set<String> WRITERS_FIELDS = fields(
            "From", "To", "Cc", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "DKIM-Signature");

    private static final int MOST = 20;

    private final Collection<String> ourServers;

    /** @param ourServers names of our servers, lower case, as they write them; {@code *.example} stands for all below */
    SenderProof(Collection<String> ourServers) {
        this.ourServers = List.copyOf(ourServers);
    }

    /** What may have been said by our server: the fields of that name above everything the writer made, topmost first. */
    static List<String> fieldsAbove(MailHeaders headers) {
        return headers.fields().stream()
                .takeWhile(field -> !WRITERS_FIELDS.contains(field.name()))
                .filter(field -> field.name().equalsIgnoreCase("Authentication-Results"))
                .limit(MOST)
                .map(MailHeaders.Field::value)
                .toList();
    }

    /** @param fields what {@link #fieldsAbove} found */
    SenderVerdict verdict(List<String> fields, EmailAddress sender) {
        if (ourServers.isEmpty()) {
            return SenderVerdict.NOBODY_CHECKS;
        }
        return fields.stream()
                .map(AuthenticationResults::parse)
                .filter(results -> isOurs(results.server()))
                .findFirst()
                .map(results -> weigh(results, sender.domain().toLowerCase(Locale.ROOT)))
                .orElse(new SenderVerdict(
                        Verdict.UNCHECKED, "Наш почтовый сервер ничего не сообщил о подлинности отправителя"));
    }

    private boolean isOurs(String server) {
        return ourServers.stream()
                .anyMatch(ours -> ours.startsWith("*.") ? server.endsWith(ours.substring(1)) : server.equals(ours));
    }

    private static SenderVerdict weigh(AuthenticationResults said, String domain) {
        List<AuthenticationResults.Result> dmarc = said.of("dmarc").stream()
                .filter(result ->
                        result.domain("header.from").isEmpty() || stands(result.domain("header.from"), domain))
                .toList();
        if (dmarc.stream().anyMatch(result -> result.is("pass"))) {
            return verdict(Verdict.PROVEN, "Отправитель подлинный: домен " + domain + " подтверждён (DMARC)", said);
        }
        if (dmarc.stream().anyMatch(result -> result.is("fail"))) {
            return verdict(
                    Verdict.FORGED,
                    "Отправитель, похоже, подделан: домен " + domain + " письмо не признаёт (DMARC)",
                    said);
        }
        boolean signed = said.of("dkim").stream()
                .anyMatch(result -> result.is("pass") && stands(result.domain("header.d", "header.i"), domain));
        if (signed) {
            return verdict(
                    Verdict.PROVEN, "Отправитель подлинный: письмо подписано доменом " + domain + " (DKIM)", said);
        }
        boolean fromItsServer = said.of("spf").stream()
                .anyMatch(result -> result.is("pass") && stands(result.domain("smtp.mailfrom", "smtp.mail"), domain));
        if (fromItsServer) {
            return verdict(
                    Verdict.PROVEN, "Отправитель подлинный: письмо пришло с сервера домена " + domain + " (SPF)", said);
        }
        boolean disowned = said.of("spf").stream()
                .anyMatch(result -> result.is("fail") && stands(result.domain("smtp.mailfrom", "smtp.mail"), domain));
        return disowned
                ? verdict(
                        Verdict.FORGED,
                        "Отправитель, похоже, подделан: с этого сервера домен " + domain + " писем не шлёт (SPF)",
                        said)
                : verdict(Verdict.UNPROVEN, "Подлинность отправителя не подтверждена", said);
    }

    private static SenderVerdict verdict(Verdict verdict, String words, AuthenticationResults said) {
        Set<String> found = new TreeSet<>();
        said.results().forEach(result -> {
            if (Set.of("spf", "dkim", "dmarc", "arc").contains(result.method())) {
                found.add(result.method() + "=" + result.result());
            }
        });
        String by = " — " + said.server() + (found.isEmpty() ? "" : ": " + String.join(", ", found));
        return new SenderVerdict(verdict, words + by);
    }

    /** Whether one domain may speak for the other: the same, or one within the other, as DMARC's relaxed alignment has it. */
    private static boolean stands(String speaker, String domain) {
        return speaker.equals(domain)
                || (speaker.indexOf('.') > 0 && domain.endsWith("." + speaker))
                || speaker.endsWith("." + domain);
    }

    private static Set<String> fields(String... names) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(List.of(names));
        return all;
    }
}
