package org.perezvon.worktime;

/**
 * A calendar has come into force: deadlines computed before may no longer be right.
 *
 * @param edition the number of the edition that is in force from now on
 */
public record CalendarChanged(String layer, int year, long edition) {}
