package org.perezvon.benchmark;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A directory and a past as a large region has them: 5,000 phrases lead to 500 agencies, 5,000 more to 250 topics, and 100,000
 * questions were asked in the same words, each of two agencies.
 */
final class BigDirectoryStore {

    private static final String NOUNS = """
            array['пособие','выплата','субсидия','справка','запись','перерасчёт','жалоба','договор','разрешение','лицензия',
                  'очередь','льгота','компенсация','квитанция','субвенция','ремонт','отопление','вывоз','уборка','освещение',
                  'приём','направление','путёвка','прививка','рецепт','операция','полис','пенсия','стаж','надбавка',
                  'участок','межевание','аренда','налог','штраф','регистрация','паспорт','прописка','опека','усыновление',
                  'зачисление','перевод','экзамен','стипендия','питание','автобус','маршрут','остановка','парковка','светофор']
            """;

    private static final String OBJECTS = """
            array['ребёнка','многодетной семьи','инвалида','ветерана','пенсионера','студента','школьника','беременной','вдовы',
                  'опекуна','квартиры','частного дома','общежития','подъезда','двора','крыши','лифта','котельной','колодца',
                  'водопровода','дороги','моста','переезда','тротуара','обочины','поликлиники','больницы','аптеки','санатория',
                  'детского сада','школы','лицея','колледжа','библиотеки','музея','леса','парка','пляжа','свалки','кладбища',
                  'земли','огорода','гаража','автомобиля','мотоцикла','предприятия','магазина','рынка','фермы','пасеки',
                  'памятника','стадиона','бассейна','кружка','секции','лагеря','турбазы','вокзала','аэропорта','пристани',
                  'электричества','газа','угля','дров','интернета','телефона','почты','банка','страховки','суда','выборов',
                  'переписи','архива','нотариуса','полиции','пожарной части','лесничества','заповедника','рыбалки','охоты',
                  'собаки','кошки','скота','птицы','зерна','молока','хлеба','воды','воздуха','шума','мусора','снега',
                  'паводка','пожара','засухи','града','клеща','гриппа','кори','зубов','зрения','слуха']
            """;

    private static final String PHRASE = "(%s)[1 + %s %% 50] || ' ' || (%s)[1 + (%s / 50) %% 100]";

    private final JdbcClient jdbc;

    BigDirectoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void fill() {
        agencies();
        run("insert into perezvon.topic select 'topic-' || n, 'Тема ' || n from generate_series(1, 250) n");
        run(
                "insert into perezvon.topic_word (topic_code, word) select 'topic-' || (1 + n %% 250), %s from generate_series(0, 4999) n"
                        .formatted(phrase("n")));
        run("""
                insert into perezvon.question (number, line, called_at, registered_at, registered_by, text)
                select '2025-' || lpad(n::text, 6, '0'), '122', now() - interval '1 year', now(), 'olga',
                       'Добрый день, подскажите: ' || %s || ', нужна ' || %s || ', куда обратиться и когда ответят?'
                from generate_series(100001, 200000) n
                """.formatted(phrase("((n::bigint * 7919) % 5000)::int"), phrase("((n::bigint * 104729) % 5000)::int")));
        run("""
                insert into perezvon.inquiry (id, question_number, leg, agency_code, text, called_at, needed_at, state)
                select gen_random_uuid(), number, leg, 'big-' || (1 + (id * leg) %% 500), text, called_at, called_at, 'ANSWERED'
                from perezvon.question, generate_series(1, 2) leg
                """.replace("%%", "%"));
        for (String table : new String[] {"agency", "agency_word", "topic_word", "question", "inquiry"}) {
            run("vacuum (analyze) perezvon." + table);
        }
    }

    private void agencies() {
        run("""
                insert into perezvon.agency (code, name, short_name, kind, zone, calendars, hours, hours_edition, jurisdiction,
                                             topics, phone, parent_code)
                select 'big-' || n, 'Управление делами района № ' || n, 'Управление ' || n, 'MUNICIPAL', a.zone, a.calendars,
                       a.hours, a.hours_edition, a.jurisdiction, array(select %s from generate_series(0, 9) k),
                       '8 (3952) 11-22-33', case when n > 450 then 'big-' || (n - 450) end
                from generate_series(1, 500) n, (select * from perezvon.agency limit 1) a
                """.formatted(phrase("(n * 10 + k)")));
        run(
                "insert into perezvon.agency_word (agency_code, kind, word) select code, 'WORD', unnest(topics) from perezvon.agency "
                        + "where code like 'big-%' union select code, 'NAME', name from perezvon.agency where code like 'big-%'");
        run("""
                insert into perezvon.responsible_person (agency_code, name, email, since, named_at)
                select code, 'Иванова Анна Петровна', 'ivanova@' || code || '.example', now(), now()
                from perezvon.agency where code like 'big-%'
                """);
    }

    /** One of 5,000, by a number in SQL. */
    private static String phrase(String number) {
        return PHRASE.formatted(NOUNS, number, OBJECTS, number);
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
