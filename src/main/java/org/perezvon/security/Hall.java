package org.perezvon.security;

import io.swagger.v3.oas.annotations.Hidden;
import org.perezvon.engine.Role;
import org.perezvon.engine.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The address people type: leads everybody to the room they work in. */
@Controller
@Hidden
class Hall {

    @GetMapping("/")
    String enter(@AuthenticationPrincipal StaffMember member) {
        return "redirect:/camunda/app/%s/default/".formatted(room(member));
    }

    private static String room(StaffMember member) {
        if (member.roles().contains(Role.OPERATOR) || member.roles().contains(Role.SUPERVISOR)) {
            return "tasklist";
        }
        if (member.roles().contains(Role.ADMINISTRATOR)) {
            return "admin";
        }
        if (member.roles().contains(Role.PROCESS_OWNER)) {
            return "cockpit";
        }
        return member.roles().contains(Role.EDITOR) ? "tasklist" : "welcome";
    }
}
