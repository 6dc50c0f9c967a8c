package org.perezvon.mail;

/**
 * One of several answers typed between the lines of a letter.
 *
 * @param question what stands right above it, in the words of the letter answered
 */
public record Answered(String question, String answer) {}
