package org.perezvon.directory;

/** An agency's zone, calendars or hours are others than before. Published inside the transaction that records it. */
public record AgencyTimeChanged(String code) {}
