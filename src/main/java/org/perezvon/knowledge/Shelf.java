package org.perezvon.knowledge;

import java.util.Optional;

/**
 * Which items somebody browses.
 *
 * @param agencyCode absent: of all owners
 * @param kind absent: of all kinds
 * @param state absent: all that are in the base, whether in force or not
 */
record Shelf(Optional<String> agencyCode, Optional<ItemKind> kind, Optional<ItemView.State> state) {}
