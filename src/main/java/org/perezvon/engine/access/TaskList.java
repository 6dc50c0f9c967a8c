package org.perezvon.engine.access;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;
import org.perezvon.engine.Role;

/**
 * A list of tasks people find on the left of Tasklist.
 *
 * @param key never shown; by it the next start knows that the list was made once, even if it was renamed or deleted since
 * @param priority lists with smaller numbers stand higher
 * @param whose what is added when somebody looks at the list, because a stored query may not hold expressions
 */
record TaskList(
        String key,
        String name,
        String description,
        int priority,
        String color,
        UnaryOperator<TaskQuery> tasks,
        Whose whose,
        List<Role> readers) {

    /** What depends on who looks and when. */
    enum Whose {
        EVERYBODYS,
        /** Only the tasks the looking person has taken. */
        MINE,
        /** Only tasks whose due date has passed by now. */
        OVERDUE,
        /** Only tasks that will be late within the hour. */
        SOON_LATE,
        /** Only tasks that nobody has taken for half an hour. */
        UNTAKEN,
        /** Only tasks that somebody took and has kept for half a shift. */
        KEPT
    }

    static List<TaskList> all() {
        return List.of(
                // First, so that it is what an operator sees after logging in: nobody waits for a call that never
                // comes.
                new TaskList(
                        "call-back",
                        "Перезвонить",
                        "Есть что сообщить гражданину: первым звонит тот, кто принял вопрос",
                        5,
                        "#2f8f4e",
                        tasks -> tasks.taskDefinitionKey("userTask_callBack"),
                        Whose.EVERYBODYS,
                        List.of(Role.OPERATOR, Role.SUPERVISOR)),
                new TaskList(
                        "late-answer",
                        "Поздние ответы",
                        "Орган ответил, когда вопрос был уже закончен: пригодится ли это гражданину",
                        25,
                        "#7a5aa6",
                        tasks -> tasks.taskDefinitionKey("userTask_judgeLateAnswer"),
                        Whose.EVERYBODYS,
                        List.of(Role.OPERATOR, Role.SUPERVISOR)),
                new TaskList(
                        "mine",
                        "Мои задачи",
                        "Задачи, которые вы взяли в работу",
                        10,
                        "#2e6fb7",
                        tasks -> tasks,
                        Whose.MINE,
                        List.of(Role.OPERATOR, Role.SUPERVISOR)),
                new TaskList(
                        "inquiry-help",
                        "Запросы: нужна помощь",
                        "Нет ответственного лица, письмо не доставлено или ответа нет пять рабочих дней",
                        30,
                        "#b5532a",
                        tasks -> tasks.processDefinitionKey("agency-inquiry"),
                        Whose.EVERYBODYS,
                        List.of(Role.SUPERVISOR)),
                new TaskList(
                        "agency-letters",
                        "Письма органов: нужно решение",
                        "Орган спрашивает, отказывается или называет заместителя",
                        35,
                        "#b5532a",
                        tasks -> tasks.taskDefinitionKeyIn(
                                "userTask_clarify", "userTask_decideRefusal", "userTask_confirmDeputy"),
                        Whose.EVERYBODYS,
                        List.of(Role.OPERATOR, Role.SUPERVISOR)),
                new TaskList(
                        "mail-triage",
                        "Неразобранная почта",
                        "Письма, которые не нашли своего запроса",
                        40,
                        "#7a5aa6",
                        tasks -> tasks.processDefinitionKey("mail-triage"),
                        Whose.EVERYBODYS,
                        List.of(Role.OPERATOR, Role.SUPERVISOR)),
                new TaskList(
                        "mail-alert",
                        "Почта не работает",
                        "Ящик не читается, письма не уходят или задерживаются",
                        45,
                        "#b02a37",
                        tasks -> tasks.processDefinitionKey("mail-alert"),
                        Whose.EVERYBODYS,
                        List.of(Role.SUPERVISOR)),
                new TaskList(
                        "agreements",
                        "Соглашения",
                        "Подходит последний день соглашения с органом, нового нет",
                        47,
                        "#7a5cc7",
                        tasks -> tasks.processDefinitionKey("agreement-expiry"),
                        Whose.EVERYBODYS,
                        List.of(Role.SUPERVISOR)),
                new TaskList(
                        "knowledge",
                        "Информационная база",
                        "Сведения от органов, ответы на согласовании, записи, срок которых прошёл",
                        20,
                        "#2e6fb7",
                        tasks -> tasks.processDefinitionKeyIn("knowledge-update", "knowledge-confirmation"),
                        Whose.EVERYBODYS,
                        List.of(Role.EDITOR, Role.SUPERVISOR)),
                new TaskList(
                        "overdue",
                        "Просрочено",
                        "Срок задачи уже прошёл",
                        50,
                        "#b02a37",
                        tasks -> tasks,
                        Whose.OVERDUE,
                        List.of(Role.OPERATOR, Role.SUPERVISOR)),
                new TaskList(
                        "soon-late",
                        "Скоро срок",
                        "Срок задачи истекает в течение часа: помогите или передайте другому",
                        52,
                        "#c77700",
                        tasks -> tasks,
                        Whose.SOON_LATE,
                        List.of(Role.SUPERVISOR)),
                new TaskList(
                        "untaken",
                        "Никто не взял",
                        "Задача лежит больше получаса: назначьте, кому её делать",
                        54,
                        "#b5532a",
                        TaskQuery::taskUnassigned,
                        Whose.UNTAKEN,
                        List.of(Role.SUPERVISOR)),
                new TaskList(
                        "kept",
                        "Взято и не сделано",
                        "Задача взята, но не закончена больше четырёх часов: узнайте, в чём дело, или передайте другому",
                        56,
                        "#b5532a",
                        TaskQuery::taskAssigned,
                        Whose.KEPT,
                        List.of(Role.SUPERVISOR)),
                new TaskList(
                        "all",
                        "Все задачи",
                        "Все открытые задачи центра",
                        60,
                        "#555555",
                        tasks -> tasks,
                        Whose.EVERYBODYS,
                        List.of(Role.SUPERVISOR)));
    }

    /** As Tasklist wants them: it refreshes the list by itself and shows the question's number on each card. */
    Map<String, Object> properties() {
        return Map.of(
                "description",
                description,
                "priority",
                priority,
                "color",
                color,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", "questionNumber", "label", "Вопрос")));
    }
}
