package org.perezvon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our Russian and Kazakh locales against the English one that the web applications ship. */
class WebappLocalesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"tasklist, ru", "tasklist, kk", "welcome, ru", "welcome, kk"})
    void a_locale_says_everything_the_shipped_one_says(String app, String language) throws IOException {
        Map<String, String> shipped = texts(locale(app, "en"));
        Map<String, String> ours = texts(locale(app, language));

        assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(shipped.keySet());
        assertThat(ours).allSatisfy((key, text) -> assertThat(text.isBlank())
                .as("%s is blank only where the shipped text is", key)
                .isEqualTo(shipped.getOrDefault(key, "").isBlank()));
    }

    @ParameterizedTest
    @CsvSource({"tasklist, ru", "tasklist, kk", "welcome, ru", "welcome, kk"})
    void a_translation_keeps_the_placeholders_of_its_original(String app, String language) throws IOException {
        Map<String, String> shipped = texts(locale(app, "en"));

        assertThat(texts(locale(app, language))).allSatisfy((key, text) -> assertThat(placeholders(text))
                .as(key)
                .containsExactlyInAnyOrderElementsOf(placeholders(shipped.getOrDefault(key, ""))));
    }

    private JsonNode locale(String app, String language) throws IOException {
        String path = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language);
        try (InputStream file = getClass().getClassLoader().getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return json.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }

    /** Every text by its path ("/labels/CLAIM_TASK", "/dateLocales/months/0"). */
    private static Map<String, String> texts(JsonNode locale) {
        Map<String, String> texts = new TreeMap<>();
        collect("", locale, texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
