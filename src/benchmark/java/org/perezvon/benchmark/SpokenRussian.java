package org.perezvon.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.perezvon.knowledge.Edition;
import org.perezvon.knowledge.ItemKind;
import org.perezvon.knowledge.Validity;

/**
 * Items of an information base and what people type to find them, made by chance: subjects, groups of people and places of government
 * services among words of everyday Russian, few of them often and most of them seldom (Zipf).
 */
final class SpokenRussian {

    private static final List<String> SUBJECTS = List.of(
            "субсидия на оплату жилья",
            "пособие на ребёнка",
            "справка о составе семьи",
            "замена паспорта",
            "загранпаспорт нового образца",
            "запись к врачу",
            "льготные лекарства",
            "путёвка в санаторий",
            "капитальный ремонт дома",
            "вывоз мусора",
            "отключение горячей воды",
            "ремонт дороги",
            "место в детском саду",
            "зачисление в школу",
            "питание школьников",
            "материнский капитал",
            "звание ветерана труда",
            "удостоверение многодетной семьи",
            "установление инвалидности",
            "технические средства реабилитации",
            "опека над ребёнком",
            "усыновление",
            "алименты",
            "регистрация брака",
            "свидетельство о рождении",
            "регистрация по месту жительства",
            "водительское удостоверение",
            "регистрация автомобиля",
            "штраф за парковку",
            "пособие по безработице",
            "поиск работы",
            "социальный контракт",
            "налоговый вычет",
            "земельный участок",
            "аварийное жильё",
            "очередь на квартиру",
            "льготная ипотека",
            "проезд в автобусе",
            "газификация дома",
            "твёрдое топливо",
            "охотничий билет",
            "отлов бродячих собак",
            "отсрочка от призыва",
            "бесплатная юридическая помощь",
            "погребение",
            "санитарная авиация",
            "вакцинация",
            "диспансеризация",
            "уход за пожилым человеком",
            "летний лагерь",
            "стипендия студента",
            "единый государственный экзамен",
            "электронная подпись",
            "жалоба на управляющую компанию");
    private static final List<String> PEOPLE = List.of(
            "пенсионеров",
            "многодетных семей",
            "инвалидов",
            "студентов",
            "ветеранов",
            "сирот",
            "безработных",
            "беременных",
            "участников специальной военной операции",
            "переселенцев",
            "молодых семей",
            "предпринимателей",
            "иностранцев",
            "опекунов",
            "сельских жителей",
            "школьников",
            "одиноких родителей",
            "малоимущих граждан");
    private static final List<String> MATTERS = List.of(
            "порядок оформления",
            "какие документы нужны",
            "сроки рассмотрения",
            "размер выплаты",
            "куда обратиться",
            "причины отказа",
            "как обжаловать решение",
            "часы приёма",
            "кому положено",
            "перерасчёт",
            "продление",
            "восстановление при утере",
            "подача через Госуслуги",
            "межведомственный запрос");
    private static final List<String> PLACES = List.of(
            "Иркутске",
            "Ангарске",
            "Братске",
            "Усолье-Сибирском",
            "Черемхове",
            "Усть-Илимске",
            "Тулуне",
            "Нижнеудинске",
            "Тайшете",
            "Слюдянке",
            "Шелехове",
            "Зиме",
            "Саянске",
            "Киренске",
            "Бодайбо",
            "Качуге",
            "Эхирит-Булагатском районе",
            "Ольхонском районе",
            "Баяндаевском районе",
            "Катангском районе");
    private static final List<String> OPENINGS = List.of(
            "",
            "подскажите пожалуйста ",
            "тут бабушка спрашивает ",
            "как получить ",
            "женщина интересуется ",
            "мне нужно узнать про ",
            "где оформляется ",
            "скажите ");

    private final Random chance;
    private final List<String> everyday = everydayWords();
    private final double[] reach = new double[everyday.size()];

    SpokenRussian(long seed) {
        chance = new Random(seed);
        double sum = 0;
        for (int i = 0; i < reach.length; i++) {
            sum += 1.0 / (i + 60); // content words only: the hundred words that every text has are no one's subject
            reach[i] = sum;
        }
    }

    private static List<String> everydayWords() {
        try (InputStream words = Objects.requireNonNull(
                SpokenRussian.class.getResourceAsStream("/org/languagetool/resource/ru/common_words.txt"))) {
            List<String> all = new ArrayList<>(new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .filter(word -> word.matches("[а-яё]{2,}"))
                    .distinct()
                    .toList());
            java.util.Collections.shuffle(all, new Random(7));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("I could not read everyday words", e);
        }
    }

    Edition item(String agency, int number) {
        String title = "%s для %s в %s: %s".formatted(any(SUBJECTS), any(PEOPLE), any(PLACES), any(MATTERS));
        StringBuilder text = new StringBuilder(capital(title)).append(". ");
        int sentences = 4 + chance.nextInt(12);
        for (int i = 0; i < sentences; i++) {
            text.append(sentence()).append(' ');
        }
        return new Edition(
                ItemKind.TEMPLATE,
                agency,
                capital(title),
                text.toString().strip(),
                List.of(),
                "приказ № " + number,
                List.of(),
                Validity.ALWAYS);
    }

    private String sentence() {
        String words = IntStream.range(0, 6 + chance.nextInt(10))
                .mapToObj(i -> chance.nextInt(6) == 0 ? any(chance.nextBoolean() ? SUBJECTS : MATTERS) : everydayWord())
                .collect(Collectors.joining(" "));
        return capital(words) + ".";
    }

    private String everydayWord() {
        double at = chance.nextDouble() * reach[reach.length - 1];
        int found = java.util.Arrays.binarySearch(reach, at);
        return everyday.get(Math.min(everyday.size() - 1, found < 0 ? -found - 1 : found));
    }

    /**
     * What an operator types.
     *
     * @param parts what the title of a right item holds, each in small letters
     */
    record Asked(String typed, List<String> parts) {

        boolean isMetBy(String title) {
            return parts.stream().allMatch(title.toLowerCase(Locale.ROOT)::contains);
        }
    }

    /** Most of what an item's title says, in another order, now and then with a word more; a slip of the finger in every fourth. */
    Asked asked(Edition item) {
        List<String> parts = new ArrayList<>();
        for (String part : item.title().toLowerCase(Locale.ROOT).split(" для | в |: ")) {
            if (parts.isEmpty() || chance.nextInt(4) > 0) {
                parts.add(part);
            }
        }
        List<String> said = new ArrayList<>(parts);
        java.util.Collections.shuffle(said, chance);
        String typed = any(OPENINGS) + String.join(" ", said) + (chance.nextInt(3) == 0 ? " " + everydayWord() : "");
        return new Asked(chance.nextInt(4) == 0 ? mistyped(typed) : typed, parts);
    }

    private String mistyped(String asked) {
        int at = 1 + chance.nextInt(Math.max(1, asked.length() - 2));
        char letter = (char) ('а' + chance.nextInt(32));
        return asked.substring(0, at) + letter + asked.substring(Math.min(asked.length(), at + chance.nextInt(2)));
    }

    private String any(List<String> words) {
        return words.get(chance.nextInt(words.size()));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
