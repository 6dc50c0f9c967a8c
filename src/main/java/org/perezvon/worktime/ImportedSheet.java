package org.perezvon.worktime;

import java.util.List;

/**
 * A sheet as somebody else's file proposes it; not in force before it was compared, checked and confirmed.
 *
 * @param format in which form the file was: «XML xmlcalendar.ru»
 * @param checksum the totals the file states of itself
 * @param remarks what was strange about the file
 */
record ImportedSheet(Sheet sheet, String format, Checksum checksum, List<Finding> remarks) {}
