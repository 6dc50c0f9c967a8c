package org.perezvon.engine;

import java.util.List;

/**
 * Accounts that a room wants to find at the first start, declared as a Spring bean. They are opened after the groups exist
 * and before the start insists on an administrator. An account that is there already is left as it is.
 */
@FunctionalInterface
public interface StaffList {

    List<Account> accounts();
}
