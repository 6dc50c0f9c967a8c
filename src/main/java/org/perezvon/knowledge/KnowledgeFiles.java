package org.perezvon.knowledge;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.Conflict;
import org.perezvon.mail.MailFile;
import org.perezvon.mail.MailFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files of the information base. They belong to versions: whoever adds or removes one publishes the next version. */
@Component
@Transactional
class KnowledgeFiles {

    private final KnowledgeFileStore store;
    private final KnowledgeBase knowledge;
    private final MailFiles files;

    KnowledgeFiles(KnowledgeFileStore store, KnowledgeBase knowledge, MailFiles files) {
        this.store = store;
        this.knowledge = knowledge;
        this.files = files;
    }

    @Transactional(readOnly = true)
    public List<KnowledgeFile> of(long version) {
        return store.of(version);
    }

    @Transactional(readOnly = true)
    public Optional<KnowledgeFile> find(long version, int number) {
        return of(version).stream().filter(file -> file.number() == number).findFirst();
    }

    @Transactional(readOnly = true)
    public MailFile.State state(KnowledgeFile file) {
        return files.state(file.sha256());
    }

    /** @throws Conflict when it must not be opened, or not yet */
    @Transactional(propagation = Propagation.SUPPORTS)
    public InputStream open(KnowledgeFile file) {
        return files.open(file.name(), file.sha256());
    }

    /** @throws Conflict when there is no such item */
    public KnowledgeVersion attach(long item, String name, byte[] content, String by) {
        String sum = files.keep(content);
        KnowledgeVersion next = knowledge.again(item, by, "Приложен файл «" + name + "»");
        store.add(next.id(), name, "", content.length, sum);
        return next;
    }

    /** The versions before keep it. @throws Conflict when there is no such item or file */
    public KnowledgeVersion detach(long item, int number, String by) {
        String name = knowledge
                .item(item)
                .flatMap(found -> find(found.current().id(), number))
                .map(KnowledgeFile::name)
                .orElseThrow(() -> new Conflict("У записи № " + item + " нет файла № " + number));
        KnowledgeVersion next = knowledge.again(item, by, "Убран файл «" + name + "»");
        store.remove(next.id(), number);
        return next;
    }
}
