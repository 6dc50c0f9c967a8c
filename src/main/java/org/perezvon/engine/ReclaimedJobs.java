package org.perezvon.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.perezvon.kernel.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs that a killed node had locked are its own again as soon as it is back, before it looks for work. The engine by
 * itself takes a new name at each start and lets them wait until the lock expires.
 */
@Component
@DependsOnDatabaseInitialization
@Order(ReclaimedJobs.AFTER_THE_STARTER)
class ReclaimedJobs extends AbstractProcessEnginePlugin {

    /** The starter's own plugin puts the job executor there. */
    static final int AFTER_THE_STARTER = Integer.MAX_VALUE - 90;

    private static final Logger log = LoggerFactory.getLogger(ReclaimedJobs.class);

    // The revision moves on, so that an acquisition begun elsewhere on an expired lock notices.
    private static final String RELEASE = """
            update public.act_ru_job set lock_owner_ = null, lock_exp_time_ = null, rev_ = rev_ + 1
            where lock_owner_ = :node
            """;

    private final Node node;
    private final JdbcClient jdbc;

    ReclaimedJobs(Node node, JdbcClient jdbc) {
        this.node = node;
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getJobExecutor().setLockOwner(node.name());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        int released = jdbc.sql(RELEASE).param("node", node.name()).update();
        if (released > 0) {
            log.info("{} jobs were under way when this node last ended", released);
        }
    }
}
