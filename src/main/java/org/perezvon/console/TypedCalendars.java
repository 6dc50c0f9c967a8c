package org.perezvon.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Calendars as somebody types them, a country's first and then those that lie on top of it: {@code ru,ru-IRK}. */
final class TypedCalendars {

    private TypedCalendars() {}

    /** @throws WrongInput when one is unknown, or they cannot lie on top of each other */
    static List<String> parse(String text, Set<String> known) {
        List<String> layers = new ArrayList<>();
        for (String layer : text.split(",", -1)) {
            layers.add(layer.strip());
        }
        for (String layer : layers) {
            if (!known.contains(layer)) {
                throw new WrongInput("Календаря «" + layer + "» нет." + Nearest.sentence(layer, known) + " Есть: "
                        + String.join(", ", known));
            }
        }
        String country = layers.get(0);
        if (country.contains("-")) {
            String its = country.substring(0, country.indexOf('-'));
            throw new WrongInput("Календарь региона «" + country + "» лежит поверх календаря страны, поэтому первой"
                    + " указывают страну: --calendar " + its + "," + country);
        }
        for (String layer : layers.subList(1, layers.size())) {
            if (!layer.startsWith(country + "-")) {
                throw new WrongInput("Календарь «" + layer + "» не дополняет календарь «" + country
                        + "»; за страной указывают её регионы, например --calendar ru,ru-IRK");
            }
        }
        if (new HashSet<>(layers).size() < layers.size()) {
            throw new WrongInput("В «" + text + "» один календарь указан дважды; оставьте один");
        }
        return layers;
    }
}
