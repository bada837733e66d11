import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;

/** Validates a PDF as accessible (PDF/UA-1) and as fit for archives (PDF/A-2a): prints each rule that is broken, once. */
public class Validate {
  private static final Map<PDFAFlavour, String> PROFILES = new LinkedHashMap<>();

  static {
    PROFILES.put(PDFAFlavour.PDFUA_1, "PDFUA-1");
    PROFILES.put(PDFAFlavour.PDFA_2_A, "PDFA-2A");
  }

  public static void main(String[] paths) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    boolean valid = true;
    for (String path : paths) {
      for (Map.Entry<PDFAFlavour, String> standard : PROFILES.entrySet()) {
        valid &= isValid(path, standard.getKey(), standard.getValue());
      }
    }
    System.exit(valid ? 0 : 1);
  }

  private static boolean isValid(String path, PDFAFlavour flavour, String name) throws Exception {
    var profile = Validate.class.getClassLoader().getResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml");
    var foundry = Foundries.defaultInstance();
    try (var file = new FileInputStream(path); var parser = foundry.createParser(file, flavour)) {
      var result = foundry.createValidator(Profiles.profileFromXml(profile), false).validate(parser);
      result.getTestAssertions().stream()
          .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
          .map(test -> name + " " + test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber() + ": " + test.getMessage())
          .distinct()
          .forEach(System.out::println);
      return result.isCompliant();
    }
  }
}
