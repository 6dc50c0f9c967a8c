package org.perezvon.engine;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;

/** Begins anew, outside the transaction, what has met another transaction in the same process. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class Collisions {

    private static final Logger log = LoggerFactory.getLogger(Collisions.class);
    private static final int TRIES = 5;

    /** Around the transaction and the check of rights. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor againOnCollision() {
        MethodInterceptor again = Collisions::tried;
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forClassAnnotation(AgainOnCollision.class), again);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private static Object tried(MethodInvocation call) throws Throwable {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                return ((ProxyMethodInvocation) call).invocableClone().proceed();
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                log.info("{} met somebody else, once more: {}", call.getMethod().getName(), e.getMessage());
            }
        }
        return call.proceed();
    }
}
