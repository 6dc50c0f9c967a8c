package org.perezvon.mail.inbound;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Of the looks a sender has chosen, those that cannot hide a word: emphasis, dark letters, light backgrounds, frames. */
final class SafeStyle {

    private static final int LONGEST = 2000;
    private static final int DARK = 150;
    private static final int LIGHT = 200;

    private static final Map<String, Set<String>> WORDS = Map.of(
            "font-weight", Set.of("bold", "bolder", "600", "700", "800", "900"),
            "font-style", Set.of("italic", "oblique"),
            "text-decoration", Set.of("underline", "line-through"),
            "text-decoration-line", Set.of("underline", "line-through"),
            "text-align", Set.of("left", "right", "center", "justify"),
            "white-space", Set.of("pre", "pre-wrap"));

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("black", 0x000000),
            Map.entry("red", 0xff0000),
            Map.entry("blue", 0x0000ff),
            Map.entry("navy", 0x000080),
            Map.entry("green", 0x008000),
            Map.entry("darkgreen", 0x006400),
            Map.entry("darkred", 0x8b0000),
            Map.entry("maroon", 0x800000),
            Map.entry("purple", 0x800080),
            Map.entry("teal", 0x008080),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("brown", 0xa52a2a),
            Map.entry("white", 0xffffff),
            Map.entry("yellow", 0xffff00),
            Map.entry("lime", 0x00ff00),
            Map.entry("aqua", 0x00ffff),
            Map.entry("cyan", 0x00ffff),
            Map.entry("lightgray", 0xd3d3d3),
            Map.entry("lightgrey", 0xd3d3d3));

    private SafeStyle() {}

    /** @return what may stay, as CSS; empty when nothing may */
    static String of(String style) {
        StringBuilder safe = new StringBuilder();
        String given = style.length() > LONGEST ? style.substring(0, LONGEST) : style;
        for (String declaration : given.toLowerCase(Locale.ROOT).split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                property(
                                declaration.substring(0, colon).strip(),
                                declaration
                                        .substring(colon + 1)
                                        .replace("!important", "")
                                        .strip())
                        .ifPresent(kept -> safe.append(kept).append(';'));
            }
        }
        return safe.toString();
    }

    private static Optional<String> property(String name, String value) {
        if (WORDS.getOrDefault(name, Set.of()).contains(value)) {
            return Optional.of(name + ":" + value);
        }
        return switch (name) {
            case "color" -> dark(value).map(color -> "color:" + color);
            case "background", "background-color" -> light(value).map(color -> "background-color:" + color);
            case "border", "border-top", "border-bottom", "border-left", "border-right" ->
                value.contains("solid") ? Optional.of(name + ":1px solid #999") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The colour of letters, when it can be read on white. */
    static Optional<String> dark(String color) {
        return rgb(color).filter(rgb -> brightness(rgb) <= DARK).map(SafeStyle::css);
    }

    private static Optional<String> light(String color) {
        return rgb(color).filter(rgb -> brightness(rgb) >= LIGHT).map(SafeStyle::css);
    }

    private static String css(int rgb) {
        return "#%06x".formatted(rgb);
    }

    private static double brightness(int rgb) {
        return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
    }

    private static Optional<Integer> rgb(String color) {
        String word = color.strip().toLowerCase(Locale.ROOT);
        try {
            if (word.startsWith("rgb(") && word.endsWith(")")) {
                String[] parts = word.substring(4, word.length() - 1).split(",", 4);
                return parts.length == 3
                        ? Optional.of(part(parts[0]) << 16 | part(parts[1]) << 8 | part(parts[2]))
                        : Optional.empty();
            }
            if (word.startsWith("#") && word.length() == 7) {
                return Optional.of(Integer.parseUnsignedInt(word.substring(1), 16));
            }
            if (word.startsWith("#") && word.length() == 4) {
                int rgb = Integer.parseUnsignedInt(word.substring(1), 16);
                return Optional.of((rgb >> 8 & 0xf) * 0x110000 | (rgb >> 4 & 0xf) * 0x1100 | (rgb & 0xf) * 0x11);
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(NAMED.get(word));
    }

    private static int part(String number) {
        return Math.max(0, Math.min(255, Integer.parseInt(number.strip())));
    }
}
