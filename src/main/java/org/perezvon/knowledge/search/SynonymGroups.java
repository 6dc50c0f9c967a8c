package org.perezvon.knowledge.search;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups of words of one meaning, for those who keep them. */
@Component
@Transactional
public class SynonymGroups {

    private final SynonymStore store;
    private final Clock clock;

    SynonymGroups(SynonymStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<SynonymGroup> all() {
        return store.all();
    }

    /** @param terms at least two, each a word or a few */
    public SynonymGroup add(List<String> terms, String by) {
        return new SynonymGroup(store.add(terms, by, clock.instant()), terms);
    }

    /** @return whether there was such a group */
    public boolean remove(long id) {
        return store.remove(id);
    }
}
