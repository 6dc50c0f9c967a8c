package org.perezvon.engine.guard;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.perezvon.engine.Account;
import org.perezvon.engine.access.LivingFilters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Switches off what nobody here needs and puts the guards in place, before the engine is built. */
@Component
@Order(GuardedEngine.AFTER_THE_STARTER)
class GuardedEngine extends AbstractProcessEnginePlugin {

    /** The starter's own plugins set values from {@code camunda.bpm.*}; the guards have the last word. */
    static final int AFTER_THE_STARTER = Integer.MAX_VALUE - 100;

    private static final String GROUP_PATTERN = "[a-zA-Z0-9-]+";

    private final ProcessBeans beans;

    GuardedEngine(ProcessBeans beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(beans.asMap());
        engine.setExpressionManager(new NarrowExpressions(beans.asMap()));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setFilterService(new LivingFilters());
        engine.setCmmnEnabled(false);
        engine.setAuthorizationEnabled(true);
        engine.setUserResourceWhitelistPattern(Account.NAME_PATTERN);
        engine.setGroupResourceWhitelistPattern(GROUP_PATTERN);
        throttleLogins(engine);
    }

    /**
     * 3, 6, 12 … up to 60 seconds after each wrong password. Never for good, as the engine would after ten: anybody could
     * lock out the whole centre by guessing.
     */
    private static void throttleLogins(ProcessEngineConfigurationImpl engine) {
        engine.setLoginDelayBase(3);
        engine.setLoginDelayFactor(2);
        engine.setLoginDelayMaxTime(60);
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
    }
}
