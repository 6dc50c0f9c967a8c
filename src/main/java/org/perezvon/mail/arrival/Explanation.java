package org.perezvon.mail.arrival;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.NoAccessToken;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Why a folder cannot be read, as an administrator reads it. */
final class Explanation {

    private static final int LONGEST = 500;

    private Explanation() {}

    static String inWords(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = words(cause);
            if (words != null) {
                return shortened(words);
            }
        }
        return shortened(
                failure instanceof IOException
                        ? "Соединение с почтовым сервером оборвалось: " + said(failure)
                        : "Сбой программы: " + failure);
    }

    private static @Nullable String words(Throwable cause) {
        if (cause instanceof MailboxRefusal || cause instanceof NoAccessToken) {
            return said(cause);
        } else if (cause instanceof CommandRefused) {
            return "Почтовый сервер отказал: " + said(cause);
        } else if (cause instanceof UnknownHostException) {
            return "Почтовый сервер не найден: " + said(cause);
        } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return "К почтовому серверу не подключиться: " + said(cause);
        } else if (cause instanceof TooSlow) {
            return "Почтовый сервер отвечает слишком медленно, соединение закрыто";
        } else if (cause instanceof SocketTimeoutException) {
            return "Почтовый сервер молчит: " + said(cause);
        } else if (cause instanceof SSLException) {
            return "Защищённое соединение с почтовым сервером не установлено: " + said(cause);
        } else if (cause instanceof NoSuchSslBundleException) {
            return "В настройках нет связки ключей, названной в ssl-bundle: " + said(cause);
        } else if (cause instanceof DataAccessException
                || cause instanceof TransactionException
                || cause instanceof SQLException) {
            return "База данных не приняла письма: " + said(cause);
        }
        return null;
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.replace('\0', ' ');
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
