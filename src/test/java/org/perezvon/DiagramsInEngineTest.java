package org.perezvon;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.WalkedWays;

/** The diagrams alone, in the real engine: every road of each is taken, the rooms behind the tasks are left out. */
class DiagramsInEngineTest {

    private static final Date LATER = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));

    private static final Map<String, Object> DATES =
            Map.of("reminderDue", LATER, "answerDue", LATER, "maximumDue", LATER);

    /** Beans of the service tasks, as the diagrams name them; each writes its name down. */
    private static final List<String> BEANS = List.of(
            "acceptQuestion",
            "recordAnswerGiven",
            "planCallBack",
            "offerCallBackToAll",
            "recordCallBack",
            "openInquiry",
            "recordLateDispatch",
            "remindAgency",
            "recordOverdue",
            "closeUnanswered",
            "recordWall",
            "decideExtension",
            "extendTerm",
            "refuseExtension",
            "sendClarification",
            "askDeputy",
            "planOtherAgency",
            "insistOnAnswer",
            "announceWait",
            "withdrawInquiry",
            "acceptInformationRequest",
            "reconcileDeadlines",
            "findEndingAgreements",
            "attachMail",
            "recordTransfer",
            "continueAsQuestion",
            "putMailAside");

    private static final List<String> called = new ArrayList<>();
    private static final Deque<String> addressees = new ArrayDeque<>();
    private static final Queue<String> steps = new ArrayDeque<>();
    private static final InquiriesOfQuestion inquiries = new InquiriesOfQuestion();
    private static EmbeddedPostgres postgres;
    private static ProcessEngine engine;

    @BeforeAll
    static void deploy() throws IOException {
        postgres = EmbeddedPostgres.start();
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("diagrams");
        configuration.setDataSource(postgres.getPostgresDatabase());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans());
        configuration.setProcessEnginePlugins(List.of(WalkedWays.OF_THIS_JVM));
        engine = configuration.buildProcessEngine();
        for (String name : List.of(
                "citizen-question",
                "call-back",
                "late-answer",
                "agency-inquiry",
                "information-request",
                "mail-triage",
                "mail-alert",
                "call-transfer")) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(
                            name + ".bpmn",
                            Bpmn.readModelFromFile(
                                    Path.of("processes", name + ".bpmn").toFile()))
                    .deploy();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
        postgres.close();
    }

    @BeforeEach
    void nobodyWasCalledYet() {
        called.clear();
        addressees.clear();
        steps.clear();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "next test"));
    }

    @Test
    void a_question_with_an_answer_in_the_base_ends_at_once() {
        ProcessInstance question = question(Map.of("answerFound", true));

        assertThat(called).containsExactly("acceptQuestion", "recordAnswerGiven");
        assertThat(endOf(question)).containsExactly("event_answeredAtOnce");
    }

    @Test
    void two_agencies_are_asked_at_the_same_moment_and_both_answers_are_waited_for() {
        ProcessInstance question = question(Map.of("answerFound", false), "inquiry-1", "inquiry-2");
        assertThat(called).containsExactly("acceptQuestion", "openInquiry", "openInquiry");

        steps("wait");
        send("inquiry-1");
        answer("inquiry-1");
        runAsync();
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(endOf(question)).contains("event_waitForOthers");

        steps("call", "wait");
        send("inquiry-2");
        answer("inquiry-2");
        runAsync();
        assertThat(taskOf(callBack())).containsExactly("userTask_callBack");
        assertThat(passed(question)).contains("event_callEarlier", "part_oneAgency");
    }

    @Test
    void the_citizen_is_called_while_another_agency_still_works_and_again_when_it_is_done() {
        ProcessInstance question = question(Map.of("answerFound", false), "inquiry-1", "inquiry-2");
        steps("call");
        send("inquiry-1");
        answer("inquiry-1");
        runAsync();
        ProcessInstance first = callBack();
        assertThat(taskOf(first)).containsExactly("userTask_callBack");
        assertThat(waitingIn(instance("inquiry-2"))).contains("await_dispatch");

        steps("wait");
        complete(first, Map.of("callBackResult", "told"));
        runAsync();
        assertThat(isOver(question)).isFalse();

        steps("call", "wait", "told");
        send("inquiry-2");
        answer("inquiry-2");
        runAsync();
        complete(callBack(), Map.of("callBackResult", "told"));
        runAsync();
        assertThat(endOf(question)).contains("event_citizenTold", "event_waitForOthers");
        assertThat(isOver(question)).isTrue();
    }

    @Test
    void an_answer_that_is_none_goes_back_to_its_agency_and_the_way_begins_again() {
        ProcessInstance question = answeredQuestion();

        inquiries.ids = List.of("inquiry-again");
        steps("askAgain");
        complete(callBack(), Map.of("callBackResult", "returned"));
        runAsync();
        assertThat(waitingIn(instance("inquiry-again"))).contains("await_dispatch");

        steps("call", "wait", "told");
        send("inquiry-again");
        answer("inquiry-again");
        runAsync();
        complete(callBack(), Map.of("callBackResult", "told"));
        runAsync();
        assertThat(endOf(question)).contains("event_citizenTold");
        assertThat(isOver(question)).isTrue();
    }

    @Test
    void the_citizen_is_called_again_until_told() {
        ProcessInstance question = answeredQuestion();
        ProcessInstance call = callBack();

        complete(call, Map.of("callBackResult", "again", "nextCallBackAt", LATER));
        assertThat(taskOf(call)).isEmpty();
        fire("event_nextAttempt");
        steps("told");
        complete(call, Map.of("callBackResult", "told"));
        runAsync();

        assertThat(called).containsSubsequence("planCallBack", "recordCallBack", "planCallBack", "recordCallBack");
        assertThat(endOf(call)).containsExactly("event_told");
        assertThat(endOf(question)).contains("event_citizenTold");
    }

    @Test
    void a_citizen_who_cannot_be_reached_ends_the_calls() {
        ProcessInstance question = answeredQuestion();
        ProcessInstance call = callBack();

        steps("notReached");
        complete(call, Map.of("callBackResult", "over"));
        runAsync();

        assertThat(endOf(call)).containsExactly("event_notReached");
        assertThat(endOf(question)).contains("event_notReached");
    }

    @Test
    void a_call_that_its_operator_does_not_take_is_offered_to_all() {
        answeredQuestion();
        ProcessInstance call = callBack();

        fire("event_offerToAll");

        assertThat(called).endsWith("offerCallBackToAll");
        assertThat(endOf(call)).containsExactly("event_offered");
        assertThat(taskOf(call)).containsExactly("userTask_callBack");
    }

    @Test
    void a_withdrawn_question_calls_nobody_any_more() {
        ProcessInstance question = answeredQuestion();
        ProcessInstance call = callBack();

        steps("withdrawn");
        wake("2026-000123", "question.withdrawn", Map.of());
        runAsync();

        assertThat(endOf(call)).containsExactly("event_noLongerNeeded");
        assertThat(endOf(question)).contains("event_withdrawn");
        assertThat(isOver(question)).isTrue();
    }

    @Test
    void a_late_answer_is_told_when_a_person_finds_it_useful() {
        ProcessInstance useless = start("late-answer", "2026-000124", Map.of("questionNumber", "2026-000124"));
        complete(useless, Map.of("stillUseful", false));
        assertThat(endOf(useless)).containsExactly("event_keptInFile");

        ProcessInstance useful = start("late-answer", "2026-000123", Map.of("questionNumber", "2026-000123"));
        steps("call", "told");
        complete(useful, Map.of("stillUseful", true));
        complete(callBack(), Map.of("callBackResult", "told"));
        runAsync();
        assertThat(endOf(useful)).containsExactly("event_lateAnswerDone");
    }

    @Test
    void a_letter_not_accepted_in_fifteen_minutes_is_our_violation_and_is_still_waited_for() {
        ProcessInstance inquiry = inquiry();

        fire("event_fifteenMinutes");

        assertThat(called).containsExactly("openInquiry", "recordLateDispatch");
        assertThat(waitingIn(inquiry)).containsExactly("await_dispatch");
    }

    @Test
    void a_reminder_and_an_overdue_term_do_not_end_the_waiting_and_the_answer_ends_it() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");

        fire("event_reminder");
        fire("event_overdue");
        assertThat(called).containsExactly("openInquiry", "remindAgency", "recordOverdue");
        assertThat(waitingIn(inquiry)).contains("await_reply");
        assertThat(taskOf(inquiry)).containsExactly("userTask_hurryAgency");

        answer("inquiry");
        assertThat(endOf(inquiry)).containsExactlyInAnyOrder("event_reminded", "event_answered");
        assertThat(engine.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void a_supervisor_who_knows_of_the_delay_does_not_end_the_waiting() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");
        fire("event_overdue");

        complete(inquiry, Map.of());

        assertThat(waitingIn(inquiry)).containsExactly("await_reply");
    }

    @Test
    void a_term_that_is_not_over_after_all_is_waited_for_anew_with_fresh_timers() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");
        fire("event_overdue");

        moveTerm("inquiry");
        wake("inquiry", "inquiry.notLate", Map.of());

        assertThat(taskOf(inquiry)).isEmpty();
        assertThat(waitingIn(inquiry)).containsExactly("await_reply");
        fire("event_overdue");
        assertThat(called).containsExactly("openInquiry", "recordOverdue", "recordOverdue");
    }

    @Test
    void five_working_days_that_are_not_over_after_all_leave_nothing_to_decide() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");
        fire("event_fiveDayWall");

        moveTerm("inquiry");

        assertThat(waitingIn(inquiry)).containsExactly("await_reply");
        answer("inquiry");
        assertThat(endOf(inquiry)).containsExactly("event_answered");
    }

    @Test
    void after_five_working_days_nobody_waits_and_the_supervisor_decides() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");

        fire("event_fiveDayWall");

        assertThat(taskOf(inquiry)).containsExactly("userTask_decideUnanswered");
        assertThat(engine.getManagementService().createJobQuery().count()).isZero();
        complete(inquiry, Map.of("waitOn", false));
        assertThat(called).containsExactly("openInquiry", "recordWall", "closeUnanswered");
        assertThat(endOf(inquiry)).containsExactly("event_closedUnanswered");
    }

    @Test
    void an_agency_without_a_responsible_person_is_the_supervisors_case() {
        ProcessInstance inquiry = inquiry("nobody");
        assertThat(taskOf(inquiry)).containsExactly("userTask_nameResponsible");

        complete(inquiry, Map.of("tryAgain", true));

        assertThat(called).containsExactly("openInquiry", "openInquiry");
        assertThat(waitingIn(inquiry)).containsExactly("await_dispatch");
    }

    @Test
    void a_letter_refused_or_bounced_goes_to_the_next_address_and_then_to_the_supervisor() {
        ProcessInstance inquiry = inquiry("somebody", "somebody", "unreachable", "somebody", "unreachable");
        undeliverable("inquiry");
        assertThat(waitingIn(inquiry)).containsExactly("await_dispatch");
        undeliverable("inquiry");
        assertThat(taskOf(inquiry)).containsExactly("userTask_correctAddress");

        complete(inquiry, Map.of("tryAgain", true));
        send("inquiry");
        undeliverable("inquiry");
        assertThat(taskOf(inquiry)).containsExactly("userTask_correctAddress");

        complete(inquiry, Map.of("tryAgain", false));
        assertThat(called).last().isEqualTo("closeUnanswered");
        assertThat(endOf(inquiry)).containsExactly("event_closedUnanswered");
    }

    @Test
    void a_supervisor_may_wait_for_a_late_answer_until_a_day_and_decides_again_when_it_has_passed() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");
        fire("event_fiveDayWall");

        complete(inquiry, Map.of("waitOn", true, "waitUntil", LATER));
        assertThat(called).contains("announceWait");
        assertThat(waitingIn(inquiry)).containsExactly("await_lateAnswer");
        fire("event_patienceOver");
        assertThat(taskOf(inquiry)).containsExactly("userTask_decideUnanswered");

        complete(inquiry, Map.of("waitOn", true, "waitUntil", LATER));
        answer("inquiry");
        assertThat(endOf(inquiry)).containsExactly("event_answered");
    }

    @Test
    void more_time_is_given_with_fresh_timers_or_refused_on_the_same_clock() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");

        wake("inquiry", "inquiry.extensionAsked", Map.of("extended", true));
        assertThat(called).containsExactly("openInquiry", "decideExtension", "extendTerm");
        assertThat(waitingIn(inquiry)).containsExactly("await_reply");

        wake("inquiry", "inquiry.extensionAsked", Map.of("extended", false));
        assertThat(called).endsWith("decideExtension", "refuseExtension");
        assertThat(waitingIn(inquiry)).containsExactly("await_reply");
        assertThat(engine.getManagementService().createJobQuery().timers().count())
                .isEqualTo(3);
    }

    @Test
    void what_the_agency_asks_is_answered_while_the_wait_goes_on() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");

        wake("inquiry", "inquiry.clarificationAsked", Map.of("mailId", 8L));
        assertThat(taskOf(inquiry)).containsExactly("userTask_clarify");
        complete(inquiry, Map.of());

        assertThat(called).containsExactly("openInquiry", "sendClarification");
        assertThat(endOf(inquiry)).containsExactly("event_clarified");
        assertThat(waitingIn(inquiry)).containsExactly("await_reply");
    }

    @Test
    void an_answer_ends_what_somebody_is_just_writing_to_the_agency() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");
        wake("inquiry", "inquiry.clarificationAsked", Map.of("mailId", 8L));

        answer("inquiry");

        assertThat(taskOf(inquiry)).isEmpty();
        assertThat(endOf(inquiry)).containsExactly("event_answered");
    }

    @Test
    void a_deputy_gets_the_request_when_a_person_confirms_and_not_otherwise() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");
        wake("inquiry", "inquiry.absent", Map.of("mailId", 8L));
        complete(inquiry, Map.of("deputyConfirmed", true));
        assertThat(called).containsExactly("openInquiry", "askDeputy");

        wake("inquiry", "inquiry.absent", Map.of("mailId", 9L));
        complete(inquiry, Map.of("deputyConfirmed", false));

        assertThat(called).containsExactly("openInquiry", "askDeputy");
        assertThat(endOf(inquiry)).containsExactly("event_deputySettled", "event_deputySettled");
        assertThat(waitingIn(inquiry)).containsExactly("await_reply");
    }

    @Test
    void a_refusal_becomes_another_inquiry_that_ends_the_first() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");
        wake("inquiry", "inquiry.refused", Map.of("mailId", 8L));
        assertThat(taskOf(inquiry)).containsExactly("userTask_decideRefusal");

        complete(inquiry, Map.of("refusalDecision", "other"));
        send("other");
        answer("other");

        assertThat(called).containsExactly("openInquiry", "planOtherAgency", "openInquiry");
        assertThat(endOf(inquiry)).containsExactly("event_redirected");
    }

    @Test
    void a_refusal_may_be_insisted_upon_and_may_be_the_end() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");
        wake("inquiry", "inquiry.refused", Map.of("mailId", 8L));
        complete(inquiry, Map.of("refusalDecision", "insist"));
        assertThat(waitingIn(inquiry)).containsExactly("await_reply");

        wake("inquiry", "inquiry.refused", Map.of("mailId", 9L));
        complete(inquiry, Map.of("refusalDecision", "close"));

        assertThat(called).containsExactly("openInquiry", "insistOnAnswer", "closeUnanswered");
        assertThat(endOf(inquiry)).containsExactly("event_closedUnanswered");
    }

    @Test
    void an_answer_that_comes_while_a_person_decides_ends_the_inquiry() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");
        fire("event_fiveDayWall");

        wake("inquiry", "inquiry.answeredMeanwhile", Map.of());

        assertThat(taskOf(inquiry)).isEmpty();
        assertThat(endOf(inquiry)).containsExactly("event_answerTaken");
    }

    @Test
    void what_nobody_needs_any_more_is_withdrawn_wherever_it_stands() {
        ProcessInstance inquiry = inquiry();
        send("inquiry");
        fire("event_overdue");

        wake("inquiry", "inquiry.withdrawn", Map.of());

        assertThat(called).containsExactly("openInquiry", "recordOverdue", "withdrawInquiry");
        assertThat(endOf(inquiry)).containsExactly("event_requestWithdrawn");
        assertThat(engine.getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void an_answer_sent_back_is_waited_for_again_at_once_and_urged_for_once() {
        ProcessInstance inquiry = inquiry("returned");
        assertThat(waitingIn(inquiry)).containsExactly("await_reply");

        fire("event_overdue");
        assertThat(taskOf(inquiry)).containsExactly("userTask_hurryAgency");
        wake("inquiry", "inquiry.extensionAsked", Map.of("extended", false));
        fire("event_overdue");

        assertThat(taskOf(inquiry)).containsExactly("userTask_hurryAgency");
        assertThat(endOf(inquiry)).containsExactly("event_overdueSeen");
    }

    @Test
    void information_the_centre_asks_for_is_read_by_whoever_asked() {
        ProcessInstance request = start("information-request", "2026-000124", Map.of("questionNumber", "2026-000124"));
        send("inquiry");
        answer("inquiry");

        assertThat(taskOf(request)).containsExactly("userTask_readInformation");
        complete(request, Map.of());
        assertThat(endOf(request)).containsExactly("event_informationRead");
    }

    @Test
    void an_unclear_letter_is_attached_or_put_aside_by_a_person() {
        ProcessInstance attached = start("mail-triage", "mail-1", Map.of("mailId", 1L));
        complete(attached, Map.of("mailDecision", "attach"));
        ProcessInstance aside = start("mail-triage", "mail-2", Map.of("mailId", 2L));
        complete(aside, Map.of("mailDecision", "aside"));

        assertThat(called).containsExactly("attachMail", "putMailAside");
        assertThat(endOf(attached)).containsExactly("event_mailAttached");
        assertThat(endOf(aside)).containsExactly("event_mailPutAside");
    }

    @Test
    void a_trouble_with_the_mail_is_taken_off_by_a_person_or_goes_by_itself() {
        ProcessInstance taken = start("mail-alert", "mail-trouble-1", Map.of("mailTrouble", "письма не уходят"));
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(taken.getId())
                        .singleResult()
                        .getName())
                .isEqualTo("Почта: письма не уходят");
        complete(taken, Map.of());
        ProcessInstance cured = start("mail-alert", "mail-trouble-2", Map.of("mailTrouble", "ящик не читается"));
        wake("mail-trouble-2", "mail.troubleOver", Map.of());

        assertThat(endOf(taken)).containsExactly("event_seen");
        assertThat(endOf(cured)).containsExactly("event_cured");
    }

    @Test
    void an_agreement_that_ends_is_seen_to_or_renewed_and_looked_for_every_morning() {
        // Deployed for this test only: its timer is a job, and the other tests count theirs.
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "agreement-expiry.bpmn",
                        Bpmn.readModelFromFile(
                                Path.of("processes", "agreement-expiry.bpmn").toFile()))
                .deploy()
                .getId();
        Map<String, Object> ends = Map.of("agreementAgency", "Минсоцразвития", "agreementEnds", LATER);
        ProcessInstance taken =
                engine.getRuntimeService().startProcessInstanceByMessage("agreement.ends", "agreement-warning-1", ends);
        complete(taken, Map.of());
        ProcessInstance renewed =
                engine.getRuntimeService().startProcessInstanceByMessage("agreement.ends", "agreement-warning-2", ends);
        wake("agreement-warning-2", "agreement.renewed", Map.of());
        ProcessInstance morning = engine.getRuntimeService()
                .createProcessInstanceByKey("agreement-expiry")
                .startBeforeActivity("event_everyMorning")
                .execute();

        assertThat(endOf(taken)).containsExactly("event_seen");
        assertThat(endOf(renewed)).containsExactly("event_agreementRenewed");
        assertThat(endOf(morning)).containsExactly("event_looked");
        assertThat(called).containsExactly("findEndingAgreements");
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void a_letter_that_is_tried_again_is_nobodys_task_any_more() {
        ProcessInstance triage = start("mail-triage", "mail-3", Map.of("mailId", 3L));

        wake("mail-3", "mail.takenBack", Map.of());

        assertThat(called).isEmpty();
        assertThat(taskOf(triage)).isEmpty();
        assertThat(endOf(triage)).containsExactly("event_triedAgain");
    }

    @Test
    void a_transferred_call_ends_when_the_citizen_is_connected() {
        ProcessInstance transfer = transfer();

        complete(transfer, Map.of("connected", true));

        assertThat(called).containsExactly("recordTransfer");
        assertThat(endOf(transfer)).containsExactly("event_citizenConnected");
    }

    @Test
    void a_call_nobody_took_and_one_whose_outcome_nobody_noted_go_the_ordinary_way() {
        inquiries.ids = List.of("inquiry");
        steps("call", "wait");
        ProcessInstance refused = transfer();
        complete(refused, Map.of("connected", false));
        send("inquiry");
        answer("inquiry");
        runAsync();
        assertThat(called).startsWith("recordTransfer", "continueAsQuestion", "acceptQuestion", "openInquiry");
        steps("told");
        complete(callBack(), Map.of("callBackResult", "told"));
        runAsync();
        assertThat(endOf(refused)).containsExactly("event_answeredOrdinarily");

        called.clear();
        inquiries.ids = List.of("another");
        ProcessInstance forgotten = transfer();
        fire("event_outcomeNotRecorded");
        assertThat(taskOf(forgotten)).isEmpty();
        assertThat(called).containsExactly("continueAsQuestion", "acceptQuestion", "openInquiry");
    }

    @Test
    void an_administrator_sees_what_a_comparison_of_deadlines_has_found() {
        // Deployed for this test only: its timer is a job, and the other tests count theirs.
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "deadline-reconciliation.bpmn",
                        Bpmn.readModelFromFile(Path.of("processes", "deadline-reconciliation.bpmn")
                                .toFile()))
                .deploy()
                .getId();
        ProcessInstance night = engine.getRuntimeService()
                .createProcessInstanceByKey("deadline-reconciliation")
                .startBeforeActivity("task_reconcileDeadlines")
                .setVariables(Map.of("differencesFound", true))
                .execute();
        assertThat(taskOf(night)).containsExactly("userTask_lookAtDifferences");

        complete(night, Map.of());

        assertThat(called).containsExactly("reconcileDeadlines");
        assertThat(endOf(night)).containsExactly("event_differencesSeen");
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    private static ProcessInstance transfer() {
        return start(
                "call-transfer",
                "2026-000123",
                Map.of(
                        "questionNumber",
                        "2026-000123",
                        "operator",
                        "olga",
                        "transferDue",
                        LATER,
                        "answerFound",
                        false));
    }

    private static Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        BEANS.forEach(name -> beans.put(name, (JavaDelegate) execution -> called.add(name)));
        beans.put("acceptQuestion", (JavaDelegate) execution -> {
            called.add("acceptQuestion");
            if (!execution.hasVariable("answerFound")) {
                execution.setVariable("answerFound", false);
            }
        });
        beans.put("openInquiry", (JavaDelegate) execution -> {
            called.add("openInquiry");
            execution.setVariable("dispatchDue", LATER);
            String addressee = addressees.isEmpty() ? "somebody" : addressees.remove();
            execution.setVariable("addressee", addressee);
            if (addressee.equals("returned")) {
                DATES.forEach(execution::setVariable);
            }
        });
        beans.put("recordOverdue", (JavaDelegate) execution -> {
            execution.setVariable("newlyOverdue", !called.contains("recordOverdue"));
            called.add("recordOverdue");
        });
        beans.put("planOtherAgency", (JavaDelegate) execution -> {
            called.add("planOtherAgency");
            execution.setVariable("nextInquiryId", "other");
        });
        beans.put("acceptInformationRequest", (JavaDelegate) execution -> {
            execution.setVariable("inquiryId", "inquiry");
            execution.setVariable("askedBy", "elena");
        });
        beans.put("planCallBack", (JavaDelegate) execution -> {
            called.add("planCallBack");
            execution.setVariable("preferredOperator", "olga");
            List.of("offerToAllAt", "callFrom", "callBackDue").forEach(moment -> execution.setVariable(moment, LATER));
        });
        beans.put("weighCallBack", (JavaDelegate) execution -> execution.setVariable("nextStep", steps.remove()));
        beans.put("inquiriesOfQuestion", inquiries);
        return beans;
    }

    private static ProcessInstance question(Map<String, Object> variables, String... inquiryIds) {
        inquiries.ids = List.of(inquiryIds);
        Map<String, Object> all = new HashMap<>(variables);
        all.put("questionNumber", "2026-000123");
        return start("citizen-question", "2026-000123", all);
    }

    private static ProcessInstance answeredQuestion() {
        ProcessInstance question = question(Map.of("answerFound", false), "inquiry");
        steps("call", "wait");
        send("inquiry");
        answer("inquiry");
        runAsync();
        return question;
    }

    /** What the question will be found to do next, time after time. */
    private static void steps(String... next) {
        assertThat(steps).isEmpty();
        steps.addAll(List.of(next));
    }

    /** The call-back under way. */
    private static ProcessInstance callBack() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("call-back")
                .singleResult();
    }

    private static ProcessInstance instance(String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    private static boolean isOver(ProcessInstance instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 0;
    }

    private static Stream<String> passed(ProcessInstance instance) {
        return history(instance).stream().map(HistoricActivityInstance::getActivityId);
    }

    private static ProcessInstance inquiry(String... recipients) {
        addressees.addAll(List.of(recipients));
        return start(
                "agency-inquiry",
                "inquiry",
                Map.of("inquiryId", "inquiry", "questionNumber", "2026-000123", "mailId", 7L));
    }

    private static ProcessInstance start(String key, String businessKey, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(key, businessKey, variables);
    }

    private static void send(String businessKey) {
        wake(businessKey, "inquiry.sent", DATES);
    }

    private static void answer(String businessKey) {
        wake(businessKey, "inquiry.answered", Map.of());
    }

    /** Wakes everything that a moved term concerns: the wait, the supervisor's task. */
    private static void moveTerm(String businessKey) {
        assertThat(engine.getRuntimeService()
                        .createMessageCorrelation("inquiry.termMoved")
                        .processInstanceBusinessKey(businessKey)
                        .correlateAllWithResult())
                .isNotEmpty();
    }

    private static void undeliverable(String businessKey) {
        wake(businessKey, "inquiry.undeliverable", Map.of());
    }

    private static void wake(String businessKey, String message, Map<String, Object> variables) {
        assertThat(engine.getRuntimeService()
                        .createMessageCorrelation(message)
                        .processInstanceBusinessKey(businessKey)
                        .setVariables(variables)
                        .correlateAllWithResult())
                .hasSize(1);
    }

    private static void fire(String timer) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .activityId(timer)
                        .singleResult()
                        .getId());
    }

    private static void runAsync() {
        engine.getManagementService().createJobQuery().messages().list().forEach(job -> engine.getManagementService()
                .executeJob(job.getId()));
    }

    private static void complete(ProcessInstance instance, Map<String, Object> variables) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        engine.getTaskService().complete(task.getId(), variables);
    }

    private static Stream<String> taskOf(ProcessInstance instance) {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list().stream()
                .map(Task::getTaskDefinitionKey);
    }

    private static Stream<String> waitingIn(ProcessInstance instance) {
        return history(instance).stream()
                .filter(step ->
                        step.getEndTime() == null && step.getActivityType().equals("receiveTask"))
                .map(HistoricActivityInstance::getActivityId);
    }

    private static Stream<String> endOf(ProcessInstance instance) {
        return history(instance).stream()
                .filter(step -> step.getActivityType().endsWith("EndEvent"))
                .map(HistoricActivityInstance::getActivityId);
    }

    private static List<HistoricActivityInstance> history(ProcessInstance instance) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list();
    }

    /** Stands in for the bean that the multi-instance call activity asks for the inquiries of a question. */
    public static class InquiriesOfQuestion {

        private List<String> ids = List.of();

        public List<String> ids(DelegateExecution execution) {
            return ids;
        }
    }
}
