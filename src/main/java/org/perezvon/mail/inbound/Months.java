package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;

/** The months as people name them, in the languages that agencies write and a few more. */
final class Months {

    private record Name(String beginning, int month, boolean whole) {}

    private static final List<Name> NAMES = new ArrayList<>();

    static {
        teach(1, "январ янв! қаңтар january jan! januar jänner janvier enero gennaio janeiro stycz січн ledna ocak");
        teach(
                2,
                "феврал февр! фев! ақпан february feb! februar février febrero febbraio fevereiro lut люто února şubat");
        teach(3, "март мар! наурыз march mar! märz mars marzo março marz марц берез března mart");
        teach(4, "апрел апр! сәуір april apr! avril abril aprile kwie квіт dubna nisan");
        teach(5, "май! мая! мае! маю! мамыр may! mai! mayo maggio maio maja трав května mayıs");
        teach(6, "июн маусым june jun! juni juin junio giugno junho czerw черв června haziran");
        teach(7, "июл шілде july jul! juli juillet julio luglio julho lip липн července temmuz");
        teach(8, "август авг! тамыз august aug! août agosto sierp серпн srpna ağustos");
        teach(
                9,
                "сентябр сент! сен! қыркүйек september sept! sep! septembre septiembre settembre setembro wrze верес září eylül");
        teach(10, "октябр окт! қазан october oct! oktober octobre octubre ottobre outubro paźdz жовт října ekim");
        teach(11, "ноябр нояб! ноя! қараша november nov! novembre noviembre novembro listopad листопад kasım");
        teach(
                12,
                "декабр дек! желтоқсан december dec! dezember décembre diciembre dicembre dezembro grud груд prosince aralık");
    }

    private Months() {}

    private static void teach(int month, String names) {
        for (String name : names.split(" ")) {
            boolean whole = name.endsWith("!");
            NAMES.add(new Name(whole ? name.substring(0, name.length() - 1) : name, month, whole));
        }
    }

    /** 1 to 12; 0 when the word, in lower case, is no month. */
    static int of(String word) {
        if (word.length() < 3 || !Character.isLetter(word.charAt(0))) {
            return 0;
        }
        for (Name name : NAMES) {
            if (name.whole ? word.equals(name.beginning) : word.startsWith(name.beginning)) {
                return name.month;
            }
        }
        return 0;
    }
}
