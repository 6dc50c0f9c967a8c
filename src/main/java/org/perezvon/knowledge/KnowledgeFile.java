package org.perezvon.knowledge;

/**
 * A file that belongs to a version; its contents lie in the cupboard of files under their sum.
 *
 * @param number 1 for the first
 * @param sha256 as 64 hexadecimal digits
 */
public record KnowledgeFile(int number, String name, String type, long bytes, String sha256) {}
