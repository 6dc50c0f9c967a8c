package org.perezvon.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.perezvon.engine.AgainOnCollision;
import org.perezvon.engine.OpenTask;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The call-back form's way in (I-11). */
@RestController
@AgainOnCollision
@Tag(name = "Задачи")
@Transactional
class CallBackController {

    private final Processes processes;
    private final CallPolicy policy;
    private final CallBacks callBacks;
    private final CallBackSheets sheets;

    CallBackController(Processes processes, CallPolicy policy, CallBacks callBacks, CallBackSheets sheets) {
        this.processes = processes;
        this.policy = policy;
        this.callBacks = callBacks;
        this.sheets = sheets;
    }

    @GetMapping("/api/questions/{number}/call-back")
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'ADMINISTRATOR')")
    @Operation(summary = "Что сказать гражданину: готовый текст, новое для него, его время (I-11)")
    public CallBackSheet sheet(@PathVariable String number) {
        return sheets.find(RegistrationNumber.parse(number))
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет обращения с номером «" + number + "»"));
    }

    @PostMapping("/api/tasks/{taskId}/call-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'ADMINISTRATOR', 'INTEGRATION')")
    @Operation(summary = "Записать обратный звонок и завершить задачу")
    public void callBack(@PathVariable String taskId, @RequestBody CallEntry call, Principal person) {
        OpenTask task = processes
                .task(taskId)
                .filter(open -> open.definition().equals(CallBackProcess.CALL_BACK_TASK))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Такой задачи нет: наверное, гражданину уже перезвонили"));
        CallPolicy.Call checked = policy.check(QuestionProcess.question(task.businessKey()), call, person.getName());
        callBacks.called(task, checked.callBack(), checked.returns(), checked.opinion());
    }
}
