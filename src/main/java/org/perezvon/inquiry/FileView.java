package org.perezvon.inquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailFile;

/**
 * A file of a mail, as programs and forms read it.
 *
 * @param words what became of its check, in Russian
 * @param href where it is to be had; absent while it must not be opened
 * @param textHref where its whole text is to be had; absent when there is no more than the preview
 */
public record FileView(
        int number,
        String name,
        String type,
        long size,
        boolean inline,
        @Nullable String sha256,
        MailFile.State state,
        String words,
        boolean dangerous,
        List<String> dangers,
        List<String> remarks,
        String preview,
        @Nullable String unread,
        @Nullable String href,
        @Nullable String textHref) {

    static FileView of(long mailId, MailFile file) {
        String href = "/api/mails/" + mailId + "/files/" + file.number();
        boolean open = file.state().mayBeOpened();
        String found = file.found();
        return new FileView(
                file.number(),
                file.name(),
                file.type(),
                file.size(),
                file.inline(),
                file.sha256(),
                file.state(),
                file.state().words() + (found == null ? "" : " (" + found + ")"),
                file.isDangerous(),
                file.dangers(),
                file.remarks(),
                file.preview(),
                file.unread(),
                open ? href : null,
                open && !file.preview().isEmpty() && !file.whole() ? href + "/text" : null);
    }
}
