package org.perezvon.mail;

/** No access token could be had, so we cannot log in; the message says why in words for people. */
public final class NoAccessToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAccessToken(String words, Throwable cause) {
        super(words, cause);
    }
}
