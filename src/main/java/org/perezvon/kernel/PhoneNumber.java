package org.perezvon.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

/** A phone number one can call back, kept as E.164 ({@code +73952123456}); people see it grouped. */
public record PhoneNumber(String e164) {

    private static final String HOME = "RU";

    public PhoneNumber {
        if (!e164.matches("\\+\\d{5,15}")) {
            throw new IllegalArgumentException("Это не телефон: «" + e164 + "»");
        }
    }

    /**
     * Reads a number as an operator types it: {@code 8 (3952) 12-34-56}, {@code +7 914 000 11 22}, {@code 83952123456}.
     *
     * @throws IllegalArgumentException when nobody could be called under it; the message is in Russian, for people
     */
    public static PhoneNumber parse(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(text, HOME);
            if (!numbers.isPossibleNumber(number)) {
                throw new IllegalArgumentException(refusal(text));
            }
            return new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            throw new IllegalArgumentException(refusal(text), e);
        }
    }

    /** As people read it aloud: {@code +7 395 212-34-56}. */
    public String forPeople() {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.format(numbers.parse(e164, HOME), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            throw new IllegalStateException("An accepted number no longer parses", e);
        }
    }

    /** The first three digits after the country's code, which tell the region of a number that is tied to one; else its country. */
    public String areaCode() {
        if (e164.matches("\\+7[67]\\d{9}")) {
            return "KZ";
        }
        return e164.matches("\\+7\\d{10}") ? e164.substring(2, 5) : "";
    }

    /** Personal data: never printed by accident. */
    @Override
    public String toString() {
        return "PhoneNumber[…" + e164.substring(e164.length() - 2) + "]";
    }

    private static String refusal(String text) {
        return "По номеру «" + text + "» нельзя перезвонить. Укажите телефон с кодом города: 8 (3952) 12-34-56";
    }
}
