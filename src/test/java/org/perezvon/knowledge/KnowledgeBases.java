package org.perezvon.knowledge;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.ZoneId;
import org.perezvon.kernel.Centre;
import org.perezvon.knowledge.language.NoiseWords;
import org.perezvon.knowledge.language.Vocabulary;
import org.perezvon.knowledge.search.KnowledgeIndex;
import org.perezvon.knowledge.search.SynonymGroups;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The information base over a database that is there already, without the rest of the house. */
public final class KnowledgeBases {

    private KnowledgeBases() {}

    @EnableTransactionManagement
    private static final class Wiring {}

    /** Close it when it is no longer needed. */
    public static AnnotationConfigApplicationContext over(HikariDataSource database, Clock clock) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Centre.class, () -> new Centre("Контакт-центр", "122", ZoneId.of("Asia/Irkutsk")));
        context.register(
                Wiring.class,
                Vocabulary.class,
                NoiseWords.class,
                KnowledgeBase.class,
                ItemStore.class,
                KnowledgeFileStore.class,
                Ranking.class,
                Snippet.class,
                SynonymGroups.class);
        context.scan(KnowledgeIndex.class.getPackageName());
        context.refresh();
        return context;
    }
}
