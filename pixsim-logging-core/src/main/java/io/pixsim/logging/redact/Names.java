package io.pixsim.logging.redact;

/** The words that keys of secrets are made of, in the singular, and those that say a key only tells of a secret. */
final class Names {

    /** Whatever stands before them. */
    static final Words SECRET = Words.of("""
            password passwd passphrase passcode pwd pw secret authorization cookie credential cred otp totp hotp cvv cvc \
            jwt csrf xsrf mnemonic bearer apikey bearertoken psk""");

    /** What ends in them is one, although nothing parts it into words. */
    static final Words COMPACT = Words.of("""
            password passwd passphrase passcode secret secretkey apikey apitoken authtoken accesstoken refreshtoken \
            sessiontoken securitytoken bearertoken jwttoken csrftoken xsrftoken middlewaretoken bottoken oauthtoken \
            webhooktoken privatekey accesskey signingkey encryptionkey masterkey sharedkey accountkey sessionkey authkey \
            storepass keypass dbpass bindpw rootpw totpseed sessionid sessid authorization credential onetimecode connectionstring connstr setcookie cardnumber \
            samlresponse idtoken sastoken webtoken deploytoken clienttoken usertoken devicetoken pushtoken verificationcode \
            recoverycode mfacode otpcode authcode smtppass mailpass ftppass userpass adminpass rootpass""");

    /** A key of that is one. */
    static final Words BEFORE_KEY = Words.of("""
            api sas access secret private signing signature encryption encrypt decryption decrypt master account \
            shared auth authentication authorization session hmac jwt rsa aes des subscription app application consumer \
            client webhook license functions function cookie crypto cipher vault rapidapi \
            openai anthropic claude stripe kling pixverse runway fal replicate minimax hailuo elevenlabs gemini google \
            gcp azure aws sendgrid twilio mailgun github gitlab slack discord huggingface hf openrouter deepseek mistral \
            deepgram lob algolia deepl assemblyai heygen linode fastly asana bitwarden cartesia perplexity nvidia serper \
            tavily pinecone zhipu moonshot dashscope volcengine runwayml admin \
            groq cohere together stability luma pika sora veo datadog dd sentry firebase supabase xai wandb""");

    /** A token of that is none. */
    static final Words BEFORE_NO_TOKEN = Words.of("""
            page next prev previous continuation continue sync cancel cancellation pad eos bos unk mask cls sep special \
            stop first last per end start begin cursor pagination resume delta change max min total prompt completion \
            input output image video text audio num n number cached reasoning thinking avg word syntax parse unexpected \
            json version concurrency design color colour style theme visual nft lexer current of each negative \
            positive trigger class placeholder""");

    /** Tokens, in the plural, of that are secrets, not a measure of text. */
    static final Words BEFORE_TOKENS = Words.of("""
            access refresh auth authentication api session bearer user id device push csrf secret security jwt oauth \
            personal reset invite login bot service client""");

    static final Words BEFORE_CODE = Words.of("""
            verification verify auth authorization authentication otp totp mfa fa tfa factor sms security backup recovery \
            login confirmation pin oauth access activation magic pairing enter""");

    static final Words BEFORE_PIN = Words.of("""
            your user card security login account sim atm debit credit new old current unlock lock device screen door safe bank \
            master reset wallet""");

    static final Words BEFORE_PASS = Words.of("""
            db database user smtp mysql pg postgres redis ftp sftp mail email admin root mongo mongodb rabbit rabbitmq mq \
            proxy http ldap sudo become wifi login key keystore store cert ssh vnc mariadb amqp influx es svc service client \
            app vault host master superuser default""");

    static final Words BEFORE_PHRASE = Words.of("seed recovery pass secret backup mnemonic wallet");
    static final Words BEFORE_ID = Words.of("session sess");
    static final Words BEFORE_SESSION =
            Words.of("user auth php login http web x browser laravel rails flask django symfony ci express koa");
    static final Words BEFORE_SIGNATURE = Words.of("""
            amz goog hub hmac webhook slack stripe request url oss ms tos cos obs bce x twilio cloudfront front svix paypal line zm \
            shopify square github""");
    static final Words BEFORE_NUMBER = Words.of("card cc creditcard debitcard pan");
    static final Words BEFORE_CARD = Words.of("credit debit payment bank");
    static final Words BEFORE_STRING = Words.of("connection conn");
    static final Words BEFORE_AUTH = Words.of("x basic proxy http registry npm docker rediscli");
    static final Words BEFORE_HASH = Words.of("password passwd pwd pass passphrase pin");
    static final Words BEFORE_HEADER = Words.of("authorization auth cookie bearer");
    static final Words BEFORE_VERIFIER = Words.of("code pkce");
    static final Words BEFORE_ASSERTION = Words.of("client saml");
    static final Words BEFORE_PAT = Words.of("github gitlab azure gh devops ado");

    /** What may follow the name: the key still holds it. */
    static final Words TAIL = Words.of("""
            value values base hex pem raw plain plaintext encoded confirmation confirm again repeat repeated new old current string v \
            prod production staging dev live sandbox primary secondary fallback""");

    static final Words HASHES = Words.of("hash digest salt");

    /** Before the name, they say that the key tells of it and does not hold it. */
    static final Words TELLING = Words.of("""
            has is needs need requires require uses use supports should can show hide allow allows forgot forget no \
            without enable enabled disable disabled max min num total count""");

    /** Before a password, they name what is done with it. */
    static final Words DONE = Words.of("reset change forgot forget");

    /** Names of one word whose values are secrets only when they look like it. */
    static final Words WEAK = Words.of("auth pass pat sas sig signature hmac");

    /** The last words of all of the above, by whose endings most keys are known to be none. */
    static final String LAST = """
            password passwd passphrase passcode pwd pw secret authorization cookie credential cred otp totp hotp cvv cvc \
            jwt csrf xsrf mnemonic bearer psk seed hex key token code pin pass phrase id session signature sig number card string \
            auth hash digest salt header verifier assertion pat sas hmac connstr str response value raw plain plaintext \
            encoded confirmation confirm again repeat repeated new old current v sid prod production staging dev live sandbox primary \
            secondary fallback org pem data kty""";

    private Names() {}
}
