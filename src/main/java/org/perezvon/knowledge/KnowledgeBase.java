package org.perezvon.knowledge;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.perezvon.kernel.Centre;
import org.perezvon.kernel.Conflict;
import org.perezvon.knowledge.language.Vocabulary;
import org.perezvon.knowledge.search.Findings;
import org.perezvon.knowledge.search.Hit;
import org.perezvon.knowledge.search.Indexed;
import org.perezvon.knowledge.search.KnowledgeIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The information base: what an operator may say at once (I-9), and what of it was said (I-8). */
@Component
@Transactional
public class KnowledgeBase {

    private static final Logger log = LoggerFactory.getLogger(KnowledgeBase.class);

    private static final int MOST_FOUND = 50;

    /** What is far from the best is not worth reading with a citizen on the line. */
    private static final double WORTH_SHOWING = 0.25;

    private final ItemStore store;
    private final KnowledgeFileStore files;
    private final KnowledgeIndex index;
    private final Ranking ranking;
    private final Snippet snippet;
    private final Centre centre;
    private final Clock clock;

    KnowledgeBase(
            ItemStore store,
            KnowledgeFileStore files,
            KnowledgeIndex index,
            Ranking ranking,
            Snippet snippet,
            Centre centre,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.index = index;
        this.ranking = ranking;
        this.snippet = snippet;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * Items that fit what has been typed so far, best first: inflected, mistyped and unfinished words, the wrong keyboard layout and other
     * words of the same meaning are understood. Expired items come too, later than those that hold.
     *
     * @param limit 1..50
     */
    @Transactional(readOnly = true)
    public List<FoundItem> search(String typed, int limit) {
        Findings findings = index.find(typed, MOST_FOUND);
        Map<Long, KnowledgeItem> items = store
                .items(findings.hits().stream().map(Hit::itemId).toList())
                .stream()
                .collect(toMap(KnowledgeItem::id, identity()));
        LocalDate today = today();
        List<FoundItem> ranked = findings.hits().stream()
                .filter(hit -> items.containsKey(hit.itemId()))
                .map(hit -> {
                    KnowledgeItem item = Objects.requireNonNull(items.get(hit.itemId()));
                    return new FoundItem(item, ranking.score(hit.score(), item, findings.lexemes(), today), List.of());
                })
                .sorted(Comparator.comparingDouble(FoundItem::score).reversed())
                .toList();
        double worth = ranked.isEmpty() ? 0 : ranked.get(0).score() * WORTH_SHOWING;
        return ranked.stream()
                .filter(found -> found.score() >= worth)
                .limit(Math.max(1, Math.min(limit, MOST_FOUND)))
                .map(found -> new FoundItem(
                        found.item(),
                        found.score(),
                        snippet.of(found.current().edition().wholeText(), findings.lexemes())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<KnowledgeVersion> version(long id) {
        return store.version(id);
    }

    @Transactional(readOnly = true)
    public Optional<KnowledgeItem> item(long id) {
        return store.items(List.of(id)).stream().findFirst();
    }

    /** Items of a shelf, the newest first. @param behind only those that came before this one; absent: from the newest on */
    @Transactional(readOnly = true)
    List<KnowledgeItem> browse(Shelf shelf, Optional<Long> behind, int limit) {
        return store.shelf(shelf, today(), behind.orElse(Long.MAX_VALUE), limit);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<KnowledgeVersion> versions(long itemId) {
        return store.versions(itemId);
    }

    /**
     * Publishes an edition as the next version of the item with its title and owner, or as a new item; what that item says already is not said
     * twice.
     *
     * @param by account of the person, or «system»
     * @param why what changed; may be empty
     */
    public KnowledgeVersion publish(Edition edition, String by, String why) {
        return store.titled(edition.agencyCode(), edition.title())
                .map(item -> publish(item, edition, by, why))
                .orElseGet(() -> add(store.open(), edition, by, why));
    }

    /**
     * Publishes an edition as the next version of this item, under another title or owner if need be.
     *
     * @throws Conflict when there is no such item
     */
    public KnowledgeVersion publish(long itemId, Edition edition, String by, String why) {
        if (!store.lock(itemId)) {
            throw new Conflict("Нет записи № " + itemId + " в информационной базе");
        }
        KnowledgeItem item = store.items(List.of(itemId)).get(0);
        if (item.retired().isPresent()) {
            store.bringBack(itemId);
        } else if (item.current().edition().equals(edition)) {
            return item.current();
        }
        return add(itemId, edition, by, why);
    }

    /** Publishes many new items at once; who imports has looked before that none of them is there. */
    public List<KnowledgeVersion> publishNew(List<Edition> editions, String by, String why) {
        List<KnowledgeVersion> published = editions.stream()
                .map(edition -> store.add(store.open(), edition, by, why, clock.instant()))
                .toList();
        index.put(published.stream().map(KnowledgeBase::indexed).toList());
        log.info("{} knowledge items published at once", published.size());
        return published;
    }

    /** The next version of an item, which says the same: something about it changes. @throws Conflict when there is no such item */
    KnowledgeVersion again(long itemId, String by, String why) {
        if (!store.lock(itemId)) {
            throw new Conflict("Нет записи № " + itemId + " в информационной базе");
        }
        return add(itemId, store.items(List.of(itemId)).get(0).current().edition(), by, why);
    }

    private KnowledgeVersion add(long item, Edition edition, String by, String why) {
        Optional<KnowledgeItem> before = store.items(List.of(item)).stream().findFirst();
        KnowledgeVersion published = store.add(item, edition, by, why, clock.instant());
        before.ifPresent(former -> files.copy(former.current().id(), published.id()));
        index.put(List.of(indexed(published)));
        log.info("Knowledge item {} of {} published, version {}", item, edition.agencyCode(), published.number());
        return published;
    }

    /** Takes an item out of the base; what was said from it stays known. @throws Conflict when it is not there (any more) */
    public void retire(long itemId, String by, String why) {
        if (!store.lock(itemId) || store.items(List.of(itemId)).get(0).retired().isPresent()) {
            throw new Conflict("Записи № " + itemId + " в информационной базе нет: возможно, её уже убрали");
        }
        store.retire(itemId, by, why, clock.instant());
        index.remove(itemId);
        log.info("Knowledge item {} retired", itemId);
    }

    /** A citizen was told this version (I-8). The fact itself stands with the question. */
    public void said(long versionId) {
        store.said(versionId, clock.instant());
    }

    /** Indexes items that an older edition of the product has left. @return how many; 0: nothing is left */
    int indexAnew(int most) {
        List<Long> items = store.notIndexed(Vocabulary.EDITION, most);
        if (!items.isEmpty()) {
            index.put(store.items(items).stream()
                    .map(KnowledgeItem::current)
                    .map(KnowledgeBase::indexed)
                    .toList());
        }
        return items.size();
    }

    private static Indexed indexed(KnowledgeVersion version) {
        Edition edition = version.edition();
        return new Indexed(version.itemId(), edition.title(), edition.topics(), edition.wholeText());
    }

    /** The date on the wall of the contact centre: an item is valid for the whole of its last day. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), centre.zone());
    }
}
