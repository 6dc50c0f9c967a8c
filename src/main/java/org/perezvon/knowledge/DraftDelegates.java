package org.perezvon.knowledge;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of {@code knowledge-update.bpmn}. */
@Configuration(proxyBeanMethods = false)
class DraftDelegates {

    @Bean
    JavaDelegate askApproval(DraftReview review) {
        return execution -> review.askApproval(DraftProcess.draft(execution.getProcessBusinessKey()))
                .putInto(execution);
    }

    @Bean
    JavaDelegate remindOfApproval(DraftReview review) {
        return execution -> review.remind(DraftProcess.draft(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate publishDraft(DraftReview review) {
        return execution -> review.publish(DraftProcess.draft(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate askAuthor(DraftReview review) {
        return execution -> review.askAuthor(DraftProcess.draft(execution.getProcessBusinessKey()))
                .putInto(execution);
    }

    @Bean
    JavaDelegate rejectDraft(DraftReview review) {
        return execution -> review.reject(DraftProcess.draft(execution.getProcessBusinessKey()));
    }
}
