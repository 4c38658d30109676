package io.pixsim.logging.redact;

import static io.pixsim.logging.redact.Vendor.Alphabet.*;

import java.util.ArrayList;
import java.util.List;

/** The tokens that can be told by how they begin, by the first letter. */
final class Vendors {

    private static final Vendor[] NONE = {};
    private static final Vendor[][] BY_FIRST = new Vendor[128][];

    static {
        List<Vendor> all = new ArrayList<>();
        add(
                all,
                ALPHANUMERIC,
                20,
                "ghp_ gho_ ghu_ ghs_ ghr_ npm_ hf_ api_org_ r8_ gsk_ ntn_ sbp_ rpa_ nfp_ rubygems_ fw_");
        add(all, URL, 20, "github_pat_ sk- sk-or-v1- sk-svcacct- sk-admin- GOCSPX- pypi- ATATT3 ATCTT3 EAAC EAAB EAAG");
        add(all, URL, 20, "PMAK- figd_ dckr_pat_ glsa_ glc_ nvapi- xai- pplx- lsv2_pt_ lsv2_sk_ sb_secret_ tgp_v1_");
        add(
                all,
                URL,
                16,
                "sk-proj- sk-ant- glpat- gldt- glrt- glptt- glcbt- glft- glimt- glagent- ya29. hvs. hvb. hvr.");
        add(
                all,
                URL,
                10,
                "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xoxe. xoxc- xoxd- xapp- tskey- dp.pt. dp.st. dp.sa. dp.ct.");
        add(
                all,
                ALPHANUMERIC,
                16,
                "sk_live_ sk_test_ rk_live_ rk_test_ whsec_ lin_api_ lin_oauth_ pscale_tkn_ pscale_pw_");
        add(all, HEX, 24, "shpat_ shpca_ shppa_ shpss_ dop_v1_ doo_v1_ dor_v1_ dapi sk_ key_ key- PRV-");
        add(all, URL, 30, "AIza sntrys_ sntryu_ sq0atp- sq0csp- EAAA APA91b ops_eyJ sha256~ CFPAT- NRAK- HRKU- ATBB");
        add(all, ALPHANUMERIC, 38, "secret_");
        add(all, DOTTED, 30, "SG. AGE-SECRET-KEY-1");
        add(all, UPPER, 16, "AKIA ASIA ABIA ACCA");
        add(all, HEX, 32, "SK");
        for (char c = 0; c < 128; c++) {
            char first = c;
            BY_FIRST[c] = all.stream()
                    .filter(vendor -> vendor.prefix().charAt(0) == first)
                    .toArray(Vendor[]::new);
        }
    }

    private Vendors() {}

    static Vendor[] beginningWith(char first) {
        return first < 128 ? BY_FIRST[first] : NONE;
    }

    private static void add(List<Vendor> all, Vendor.Alphabet alphabet, int least, String prefixes) {
        for (String prefix : prefixes.split(" ", -1)) {
            all.add(new Vendor(prefix, least, alphabet));
        }
    }
}
