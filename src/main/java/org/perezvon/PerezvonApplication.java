package org.perezvon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.TimeZone;
import org.perezvon.console.Console;
import org.perezvon.kernel.Node;
import org.perezvon.mail.ReadingApart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts Perezvon: the server, the console where somebody asks it something, or what reads mails for the server. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class PerezvonApplication {

    public static void main(String[] args) throws IOException {
        if (ReadingApart.isAsked(args)) {
            ReadingApart.serve(args);
            return;
        }
        if (Console.isAddressed(args)) {
            System.exit(Console.answer(args));
        }
        // The engine keeps timestamps without a zone; UTC everywhere makes that harmless. Zones live in worktime only.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(PerezvonApplication.class, args);
    }

    /** The only place *now* comes from; tests replace it by one they can move. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Which of the nodes that share the database this is. Stable over restarts: what it held when it died is its own. */
    @Bean
    Node node(@Value("${perezvon.node:}") String configured, @Value("${server.port:8080}") int port)
            throws UnknownHostException {
        return new Node(configured.isBlank() ? InetAddress.getLocalHost().getHostName() + ":" + port : configured);
    }
}
