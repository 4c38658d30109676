package io.pixsim.logging.redact;

import static io.pixsim.logging.redact.Vendor.Alphabet.*;

import java.util.ArrayList;
import java.util.List;

/** The tokens that can be told by how they begin, by the first letter. */
final class Vendors {

    private static final String[] GLUED = {
        "sk-proj-",
        "sk-ant-",
        "sk-or-v1-",
        "github_pat_",
        "ghp_",
        "gho_",
        "ghs_",
        "glpat-",
        "xoxb-",
        "xoxp-",
        "sk_live_",
        "rk_live_",
        "whsec_",
        "hf_",
        "npm_",
        "nvapi-",
        "dckr_pat_",
        "pypi-"
    };
    /** Private keys in PEM, put into base64 once more. */
    private static final String PEM = """
            LS0tLS1CRUdJTiBQUklWQVRF LS0tLS1CRUdJTiBSU0EgUFJJVkFUR LS0tLS1CRUdJTiBFQyBQUklWQVRF \
            LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVE LS0tLS1CRUdJTiBFTkNSWVBURUQgUFJJVkFUR LS0tLS1CRUdJTiBEU0EgUFJJVkFUR""";

    private static final int RANDOM = 16;
    private static final Vendor[] NONE = {};
    private static final Vendor[][] BY_FIRST = new Vendor[128][];

    /** Which letters follow a first one: a bit each of 64, as most runs begin otherwise. */
    private static final long[] SECONDS = new long[128];

    /** Which letters stand before the first separator of what can be told when it is glued to a word. */
    private static final long[] BEFORE_SEPARATOR = new long[2];

    static {
        List<Vendor> all = new ArrayList<>();
        add(all, ALPHANUMERIC, 16, """
                sk_live_ sk_test_ sk_prod_ rk_live_ rk_test_ rk_prod_ whsec_ lin_api_ lin_oauth_ pscale_tkn_ pscale_pw_ \
                pscale_oauth_ sm_pat_ sm_sat_ sm_aat_""");
        add(all, ALPHANUMERIC, 20, """
                ghp_ gho_ ghu_ ghs_ ghr_ npm_ hf_ api_org_ r8_ gsk_ ntn_ sbp_ rpa_ nfp_ nfc_ nfo_ nfu_ nfb_ rubygems_ fw_ \
                lip_ LTAI FLWSECK- FLWSECK_TEST- esecret_ sk_hedra_ sk_car_ flb_live_ BBFF- llx-""");
        add(all, ALPHANUMERIC, 14, "rzp_live_ rzp_test_");
        add(all, ALPHANUMERIC, 24, """
                vcp_ vci_ vca_ vcr_ vck_ aio_ rnd_ phx_ secret- secret_ msy_ cio napi_ AKID bkua_ EZAK EZTK p8e- NF- \
                ak_live_ ramp_sec_ ddp_ ddw_ BSA""");
        add(all, ALPHANUMERIC, 36, """
                csk- jina_ pnu_ pnb_ oy2 KEY0 CLOJARS_ AKCp cmVmdGtuO rdme_ cfut_ cfat_ cfk_ apify_api_ sqco_ mlsn. sess- \
                m0- AKLT""");
        add(all, ALPHANUMERIC, 48, "pat_");
        add(all, ALPHANUMERIC, 80, "EAA");
        add(all, URL, 10, """
                xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xoxe. xoxc- xoxd- xapp- tskey- dp.pt. dp.sa. dp.ct. dp.scim. \
                dp.audit.""");
        add(all, URL, 16, """
                sk-proj- sk-ant- gldt- glptt- glcbt- glft- glimt- glagent- glsoat- gloas- glffct- GR1348941 ya29. hvs. \
                hvb. hvr. tvly- NRAK- NRII- NRIQ- NRBR- NRRA- bb_live_""");
        add(all, URL, 20, """
                zpka_ github_pat_ sk- sk-or-v1- sk-svcacct- sk-admin- GOCSPX- pypi- ATBB EAAC EAAB EAAG PMAK- figd_ \
                figo_ figp_ figu_ dckr_pat_ dckr_oat_ glsa_ glc_ nvapi- xai- pplx- lsv2_pt_ lsv2_sk_ sb_secret_ tgp_v1_ \
                sq0atp- sq0csp- CFPAT- pdl_live_apikey_ pat-na1- pat-eu1- wandb_v1_ ctx7sk- rh-api- sec-c-""");
        add(all, URL, 30, """
                AIza sntrys_ sntryu_ EAAA APA91b ops_eyJ HRKU- luma- pcsk_ tfp_ AQVN y0_ CCIPAT_ duffel_live_ \
                duffel_test_ access-sandbox- access-production- access-development- tk-us- sgp_ salad_cloud_ y1_ y2_ y3_ shltm_ vercel_blob_rw_ \
                APP_USR-""");
        add(all, URL, 70, "gAAAAAB eyJrIjoi");
        add(all, URL, 40, "ya29.c. pa- tsk_ fio-u- v1.0- mfa. xkeysib- xsmtpsib- vk1.a.");
        add(all, HEX, 24, """
                shpat_ shpca_ shppa_ shpss_ dop_v1_ doo_v1_ dor_v1_ dapi sk_ key_ key- PRV- fc- FPSX packagist_ott_ \
                packagist_out_ packagist_uut_ thog-secret- bb_pr_ bb_ma_""");
        add(
                all,
                HEX,
                32,
                "SK sqp_ squ_ sqa_ pul- shippo_live_ shippo_test_ ico- live_ test_ pk_ rootly_ slk_ e2b_ cal_live_");
        add(all, DOTTED, 16, "glpat- glrt- dp.st.");
        add(all, DOTTED, 30, "SG. AGE-SECRET-KEY-1 atlasv1. sk.eyJ VF.DM. VF.WS.");
        add(all, DOTTED, 56, "sl. dt0c01. pat. sat. 3MVG9 5Aep861 t1.");
        add(all, BASE64, 20, "ALTAK- ATATT3 ATCTT3");
        add(all, BASE64, 30, """
                fm2_ fm1r_ fm1a_ fo1_ dG9rO cflt BBDC- ABSK bedrock-api-key- ZXlKaGJHY2lPaU ZXlKMGVYQWlPaU ZXlKcmFXUWlPaU""");
        add(all, BASE64, 30, PEM);
        add(all, UPPER, 16, "AKIA ASIA ABIA ACCA");
        add(all, UPPER, 25, "API- PMAT-");
        for (char c = 0; c < 128; c++) {
            char first = c;
            BY_FIRST[c] = all.stream()
                    .filter(vendor -> vendor.prefix().charAt(0) == first)
                    .toArray(Vendor[]::new);
        }
        for (Vendor vendor : all) {
            SECONDS[vendor.prefix().charAt(0)] |= 1L << vendor.prefix().charAt(1);
        }
        SECONDS['e'] |= 1L << 'y'; // a JWT
        for (String prefix : GLUED) {
            String word = prefix.split("[-_]", 2)[0];
            char last = word.charAt(word.length() - 1);
            BEFORE_SEPARATOR[last >> 6] |= 1L << last;
        }
    }

    private Vendors() {}

    /** Whether a token may begin with two characters: false for most. */
    static boolean mayBegin(char first, char second) {
        return first < 128 && (SECONDS[first] & (1L << second)) != 0;
    }

    static Vendor[] beginningWith(char first) {
        return first < 128 ? BY_FIRST[first] : NONE;
    }

    /** Where a token ends whose unmistakable prefix is glued to a letter before it, and has a separator at a place. */
    static long glued(CharSequence text, int from, int separator, int to) {
        char before = Chars.at(text, separator - 1);
        if (to - separator <= RANDOM || before >= 128 || (BEFORE_SEPARATOR[before >> 6] & (1L << before)) == 0) {
            return Range.NONE;
        }
        for (String prefix : GLUED) {
            int head = prefix.indexOf(text.charAt(separator));
            int begin = separator - head;
            if (head > 0 && begin >= from && startsWith(text, begin, prefix)) {
                int end = begin + prefix.length();
                while (end < text.length() && URL.has(text.charAt(end))) {
                    end++;
                }
                if (hasRandomPart(text, begin + prefix.length(), end)) {
                    return Range.of(begin, end);
                }
            }
        }
        return Range.NONE;
    }

    private static boolean startsWith(CharSequence text, int from, String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (Chars.at(text, from + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Sixteen letters in both cases and digits in a row: no words. */
    private static boolean hasRandomPart(CharSequence text, int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || !ALPHANUMERIC.has(text.charAt(i))) {
                if (i - start >= RANDOM && Vendor.isMixed(text, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static void add(List<Vendor> all, Vendor.Alphabet alphabet, int least, String prefixes) {
        for (String prefix : prefixes.split(" ", -1)) {
            all.add(new Vendor(prefix, least, alphabet));
        }
    }
}
