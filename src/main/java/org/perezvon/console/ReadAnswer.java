package org.perezvon.console;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Answered;
import org.perezvon.mail.MailOpinion;
import org.perezvon.mail.MailReading;
import org.perezvon.mail.Meaning;

/** What is said of one mail, in one line. */
final class ReadAnswer {

    private ReadAnswer() {}

    static String line(String file, MailOpinion opinion) {
        Meaning meaning = opinion.meaning();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("kind", opinion.kind().name().toLowerCase(Locale.ROOT));
        json.put("confidence", opinion.confidence());
        json.put("text", opinion.text());
        json.put("quoted", opinion.quoted());
        json.put("signature", opinion.signature());
        json.put("disclaimer", opinion.disclaimer());
        json.put(
                "answered",
                opinion.answered().stream().map(ReadAnswer::answered).toList());
        json.put("reason", meaning.reason());
        json.put("requestedUntil", meaning.requestedUntil());
        json.put("requestedDays", meaning.requestedDays());
        json.put("incomingNumber", meaning.incomingNumber());
        json.put("redirectedTo", meaning.redirectedTo());
        json.put("backOn", meaning.backOn());
        json.put("deputy", meaning.deputy());
        json.put("bounce", undelivered(opinion.undelivered()));
        json.put(
                "attachments",
                opinion.attachments().stream().map(ReadAnswer::attachment).toList());
        json.put("charset", opinion.charset());
        json.put("oddities", opinion.oddities());
        json.put("evidence", opinion.evidence());
        return Json.lineOf(json);
    }

    /** @param error why nothing else can be said, in Russian */
    static String failure(String file, String error) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("error", error);
        return Json.lineOf(json);
    }

    private static Map<String, Object> answered(Answered one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("question", one.question());
        json.put("answer", one.answer());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> undelivered(MailOpinion.@Nullable Undelivered said) {
        if (said == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("status", said.status());
        json.put("recipient", said.recipient());
        return json;
    }

    private static Map<String, Object> attachment(MailReading.Attachment file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", file.name());
        json.put("type", file.type());
        json.put("size", file.size());
        return json;
    }
}
