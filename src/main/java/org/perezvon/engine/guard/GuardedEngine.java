package org.perezvon.engine.guard;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Account;
import org.perezvon.engine.DeployedFileRule;
import org.perezvon.engine.access.LivingFilters;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Switches off what nobody here needs and puts the guards in place, before the engine is built; the engine's tables must
 * be there by then.
 */
@Component
@DependsOnDatabaseInitialization
@Order(GuardedEngine.AFTER_THE_STARTER)
class GuardedEngine extends AbstractProcessEnginePlugin {

    /** The starter's own plugins set values from {@code camunda.bpm.*}; the guards have the last word. */
    static final int AFTER_THE_STARTER = Integer.MAX_VALUE - 100;

    private static final String GROUP_PATTERN = "[a-zA-Z0-9-]+";

    private final ProcessBeans beans;
    private final List<DeployedFileRule> rules;

    GuardedEngine(ProcessBeans beans, List<DeployedFileRule> rules) {
        this.beans = beans;
        this.rules = rules;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(beans.asMap());
        engine.setExpressionManager(new NarrowExpressions(beans.asMap()));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setCustomPreCommandInterceptorsTxRequired(
                first(new QueryGuard(), engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                first(new QueryGuard(), engine.getCustomPreCommandInterceptorsTxRequiresNew()));
        engine.setCustomPreDeployers(first(new DeploymentGate(beans, rules), engine.getCustomPreDeployers()));
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

    private static <T> List<T> first(T guard, @Nullable List<T> others) {
        List<T> all = new ArrayList<>();
        all.add(guard);
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }

    /** Behind the doors, before the engine's own servlets. */
    @Bean
    static FilterRegistrationBean<QueryExpressionFilter> queriesWithoutExpressions() {
        FilterRegistrationBean<QueryExpressionFilter> filter =
                new FilterRegistrationBean<>(new QueryExpressionFilter());
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        filter.setOrder(102);
        return filter;
    }
}
