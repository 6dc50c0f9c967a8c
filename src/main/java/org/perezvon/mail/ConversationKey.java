package org.perezvon.mail;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the id of a conversation so that it survives a reply address, a subject and a retyping: key id, the id, and 65 bits
 * of HMAC-SHA256, in an alphabet without {@code l 1 o 0}, lower case, ASCII, e.g. {@code a-7k-q2w3e4r5t6y7u}.
 *
 * <p>Nobody can make one without the secret, so a valid key proves that its bearer got a letter of ours.
 */
public final class ConversationKey {

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int MAC_CHARACTERS = 13;
    private static final Pattern SHAPE =
            Pattern.compile("([a-z])-([a-z0-9]{1,13})-([a-z0-9]{" + MAC_CHARACTERS + "})(?![a-z0-9])");

    /** With the character behind it, which must not belong to it. */
    private static final int LONGEST = 1 + 1 + 13 + 1 + MAC_CHARACTERS + 1;

    private final char current;
    private final Map<Character, SecretKeySpec> secrets;

    /** @param secrets by key id {@code a..z}; @param current the one new letters are signed with; older ones still verify */
    public ConversationKey(char current, Map<Character, byte[]> secrets) {
        this.current = current;
        this.secrets = secrets.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> new SecretKeySpec(entry.getValue(), "HmacSHA256")));
        if (!this.secrets.containsKey(current)) {
            throw new IllegalArgumentException("No secret for key id " + current);
        }
    }

    /** @param conversation positive id */
    public String sign(long conversation) {
        String id = encode(conversation);
        return current + "-" + id + "-" + mac(current, id);
    }

    /** What looks like a key, in the order in which it occurs, at most so many; whoever has the secret verifies it. */
    public static List<String> shapesIn(String text, int most) {
        return shapes(text).map(MatchResult::group).distinct().limit(most).toList();
    }

    /** The conversations whose valid keys occur anywhere in the text, in order, each once. */
    public List<Long> findIn(String text) {
        return shapes(text)
                .flatMapToLong(shape ->
                        verify(shape.group(1).charAt(0), repair(shape.group(2)), repair(shape.group(3))).stream())
                .distinct()
                .boxed()
                .toList();
    }

    /** A key shows by the hyphen behind its first letter; of a long text nothing else is looked at. */
    private static Stream<MatchResult> shapes(String text) {
        return IntStream.iterate(text.indexOf('-'), hyphen -> hyphen >= 0, hyphen -> text.indexOf('-', hyphen + 1))
                .filter(hyphen -> hyphen > 0 && (hyphen == 1 || !isOfKey(text.charAt(hyphen - 2))))
                .mapToObj(hyphen ->
                        SHAPE.matcher(text.substring(hyphen - 1, Math.min(text.length(), hyphen - 1 + LONGEST))
                                .toLowerCase(Locale.ROOT)))
                .filter(Matcher::lookingAt)
                .map(Matcher::toMatchResult);
    }

    private static boolean isOfKey(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private OptionalLong verify(char keyId, String id, String mac) {
        if (!secrets.containsKey(keyId)) {
            return OptionalLong.empty();
        }
        byte[] expected = mac(keyId, id).getBytes(StandardCharsets.US_ASCII);
        byte[] given = mac.getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, given) ? decode(id) : OptionalLong.empty();
    }

    /** Somebody typed what he saw on paper: {@code l} and {@code 1} can only have been an {@code i}. */
    private static String repair(String typed) {
        return typed.replace('l', 'i').replace('1', 'i');
    }

    private String mac(char keyId, String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secrets.get(keyId));
            return base32(mac.doFinal((keyId + "-" + id).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(MAC_CHARACTERS);
        long bits = 0;
        int held = 0;
        int next = 0;
        while (text.length() < MAC_CHARACTERS) {
            if (held < 5) {
                bits = (bits << 8) | (bytes[next++] & 0xff);
                held += 8;
            }
            text.append(ALPHABET.charAt((int) (bits >> (held - 5)) & 31));
            held -= 5;
        }
        return text.toString();
    }

    private static String encode(long id) {
        StringBuilder text = new StringBuilder();
        for (long rest = id; rest > 0 || text.isEmpty(); rest /= 32) {
            text.insert(0, ALPHABET.charAt((int) (rest % 32)));
        }
        return text.toString();
    }

    private static OptionalLong decode(String text) {
        long id = 0;
        for (char c : text.toCharArray()) {
            int digit = ALPHABET.indexOf(c);
            if (digit < 0 || id > (Long.MAX_VALUE >> 5)) {
                return OptionalLong.empty();
            }
            id = id * 32 + digit;
        }
        return OptionalLong.of(id);
    }
}
