package org.perezvon.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works here: opens accounts and groups, recognises people by their password. */
@Component
@Transactional
public class Accounts {

    private final IdentityService identities;

    Accounts(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * Opens an account. One that exists keeps its name, password and groups: an administrator may have changed them.
     *
     * @return whether the account is new
     */
    public boolean open(Account account) {
        if (exists(account.user())) {
            return false;
        }
        User user = identities.newUser(account.user());
        user.setFirstName(account.givenName());
        user.setLastName(account.familyName());
        user.setPassword(account.password());
        identities.saveUser(user);
        account.roles().forEach(role -> assign(account.user(), role));
        return true;
    }

    /** Gives a role to somebody; nothing happens when they have it. */
    public void assign(String user, Role role) {
        join(user, role.group());
        if (role == Role.ADMINISTRATOR) {
            join(user, Groups.CAMUNDA_ADMIN);
        }
    }

    /** Opens a group; one that exists keeps its name. */
    public void openGroup(String id, String name, String type) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType(type);
            identities.saveGroup(group);
        }
    }

    /** Whether anybody may administer the engine. If nobody could, the first to find the set-up page would. */
    @Transactional(readOnly = true)
    public boolean haveAdministrator() {
        return identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
    }

    /**
     * Recognises somebody by name and password. Each wrong password makes the engine ignore the account for longer, so
     * this is not read-only.
     */
    public Optional<StaffMember> recognise(String user, String password) {
        return identities.checkPassword(user, password) ? find(user) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public Optional<StaffMember> find(String user) {
        return Optional.ofNullable(identities.createUserQuery().userId(user).singleResult())
                .map(this::member);
    }

    private StaffMember member(User user) {
        String fullName = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        List<String> groups = identities.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .sorted()
                .toList();
        return new StaffMember(user.getId(), fullName.isEmpty() ? user.getId() : fullName, groups);
    }

    private void join(String user, String group) {
        if (identities.createGroupQuery().groupId(group).groupMember(user).count() == 0) {
            identities.createMembership(user, group);
        }
    }

    private boolean exists(String user) {
        return identities.createUserQuery().userId(user).count() > 0;
    }
}
