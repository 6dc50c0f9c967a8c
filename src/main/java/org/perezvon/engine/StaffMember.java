package org.perezvon.engine;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.authorization.Groups;

/**
 * Somebody who has an account.
 *
 * @param user the name to log in with
 * @param fullName as colleagues read it
 * @param groups ids of all the engine's groups the account belongs to, those of our roles among them
 */
public record StaffMember(String user, String fullName, List<String> groups) implements Principal, Serializable {

    public StaffMember {
        groups = List.copyOf(groups);
    }

    public Set<Role> roles() {
        Set<Role> roles = new TreeSet<>();
        groups.forEach(group -> Role.ofGroup(group).ifPresent(roles::add));
        if (groups.contains(Groups.CAMUNDA_ADMIN)) {
            roles.add(Role.ADMINISTRATOR);
        }
        return roles;
    }

    @Override
    public String getName() {
        return user;
    }
}
