package org.perezvon.engine.access;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.perezvon.engine.Accounts;
import org.perezvon.engine.Role;
import org.perezvon.engine.StaffList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before the doors open: groups, the first accounts, grants and task lists. Only what was never there is added. Nodes that
 * start together take turns.
 */
@Component
class HouseRules implements SmartLifecycle {

    /** Before the diagrams are deployed and long before the web server listens. */
    static final int PHASE = -2000;

    private static final Logger log = LoggerFactory.getLogger(HouseRules.class);

    /** Any number nobody else locks: "perezvon" on a phone's keys. */
    private static final long TURN = 73739866L;

    private static final String TAKE_TURN = "select pg_advisory_xact_lock(:turn)";

    private final Accounts accounts;
    private final List<StaffList> staffLists;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final ManagementService notes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    HouseRules(
            Accounts accounts,
            List<StaffList> staffLists,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            ManagementService notes,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.staffLists = staffLists;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.notes = notes;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> prepare());
        running = true;
    }

    private void prepare() {
        jdbc.sql(TAKE_TURN).param("turn", TURN).query((row, number) -> "").single();
        openGroups();
        staffLists.stream().map(StaffList::accounts).flatMap(List::stream).forEach(account -> {
            if (accounts.open(account)) {
                log.info("Account opened: {}", account);
            }
        });
        Grant.all().forEach(this::grant);
        TaskList.all().forEach(this::make);
        insistOnAdministrator();
    }

    private void openGroups() {
        for (Role role : Role.values()) {
            accounts.openGroup(role.group(), role.title(), Groups.GROUP_TYPE_WORKFLOW);
        }
        accounts.openGroup(Groups.CAMUNDA_ADMIN, "Администраторы Camunda", Groups.GROUP_TYPE_SYSTEM);
    }

    private void grant(Grant grant) {
        boolean granted = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(grant.group())
                        .resourceType(grant.resource())
                        .resourceId(grant.id())
                        .count()
                > 0;
        if (!granted) {
            save(grant.group(), grant.resource(), grant.id(), grant.permissions());
        }
    }

    private void save(String group, Resource resource, String id, List<Permission> permissions) {
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        permissions.forEach(authorization::addPermission);
        authorizations.saveAuthorization(authorization);
    }

    /** The engine's own note of a list that was made once is kept even when the list itself is deleted. */
    private void make(TaskList list) {
        String note = "perezvon.filter." + list.key();
        String filterId = Optional.ofNullable(notes.getProperties().get(note)).orElseGet(() -> {
            Filter filter = filters.newTaskFilter(list.name())
                    .setProperties(list.properties())
                    .setQuery(list.tasks().apply(tasks.createTaskQuery()));
            filters.saveFilter(filter);
            notes.setProperty(note, filter.getId());
            list.readers()
                    .forEach(role -> save(role.group(), Resources.FILTER, filter.getId(), List.of(Permissions.READ)));
            return filter.getId();
        });
        if (filters instanceof LivingFilters living) {
            living.enliven(filterId, list.whose());
        }
    }

    /** CVE-2026-77226: while nobody is an administrator, Camunda lets anybody become one. */
    private void insistOnAdministrator() {
        if (!accounts.haveAdministrator()) {
            throw new NoAdministratorException();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
