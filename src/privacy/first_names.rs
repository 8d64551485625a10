//! First names that many people in England have: what a bare "Olivia" in a pen portrait is known
//! by. Without names that are also words, months or places.

/// Children's and adults' names, in small letters.
pub(super) const FIRST_NAMES: &str = "\
    aaliyah aaron abdul abdullah abdullahi abel abigail abraham adam adele adrian agnes ahmad ahmed \
    aidan aiden aimee aisha aisling alan alana alastair albert alejandro alexander alexandra alexia \
    alfie alfred ali alice alicia alina alisha alison alistair aliyah allan alyssa amaan amanda \
    amara amelia amelie amina aminah amir amira amna amy ana anastasia andrea andreas andrew \
    andrzej angela angus anil anisa anita anna annabel annabelle anne annie anthony antonia antonio \
    anya archie aria ariana arjun arlo armaan arthur arun arya asad asha ashleigh ashley aurelia \
    aurora austen ava avani aya ayaan ayaz ayesha ayla ayman ayra azaan \
    barbara barnaby barney bartosz beatrice beau becky belle benjamin bernard bernadette bethan \
    bethany betsy bilal blake bobby bonnie bradley brandon brenda brendan brian bridget bronte \
    bryony \
    caitlin caitlyn caleb callum calum cameron camilla cara carl carla carly caroline \
    carolyn carys casey caspar casper cassandra catherine cathy cecilia charles charlie charlotte \
    chantelle cheryl chloe christina christine christopher ciara claire clara clare \
    clarissa claudia clive cody colette colin connie connor conor corey courtney craig cristian \
    cynthia \
    daisy damian damien daniel daniela danielle danny daphne daria darius darren darcey darcy \
    dave david dawid deborah declan deepak delilah denise dennis derek dexter diana diane diego \
    dimitri dionne dominic dominik donna dorothy douglas duncan dylan \
    ebony eddie edith edward edwin eileen elaine eleanor elena elias elijah elis elisa elise \
    elizabeth ella ellen ellie elliot elliott ellis eloise elodie elspeth elsie emelia emil emilia \
    emilie emily emma emmanuel enzo eoin eric erica erik erin esme esmee esther ethan eva evan \
    evangeline evelyn evie ewan eyad ezra \
    faisal farah farhan fatima fatimah faye felicity felix ferdinand fergus fern ffion filip finlay \
    finley finn finnley fiona fionn frances francesca francis frankie franciszek fraser freddie \
    frederick freya \
    gabriel gabriela gabriella gabrielle gareth gary gavin gemma geoffrey george georgie georgina \
    gerald geraldine gillian giovanni glenn gordon gracie graham greg gregory greta \
    gwen \
    habiba hadi hadiya hafsa hallie hamish hamza hana hania hanna hannah harley harriet harris \
    harrison harry haroon harper harvey hasan hassan hattie haider hayden hayley heidi helen helena \
    henry hilary hollie holly howard hudson hugo humza husna hussain hussein \
    iain ian ibrahim ida idris ieuan ifan igor ilyas imaan imogen imran inaya ines ioan iona ira \
    irene iris isaac isabel isabella isabelle isaiah isha ishaan isla ismail isobel ivan ivy \
    izaan izabella \
    jack jackson jacob jacqueline jade jaden jago jake jakub jamal james jamie jane janet \
    janice janine jasmin jasmine jason javier jay jayden jayne jeanette jemima jenna jennifer jenny \
    jeremiah jeremy jerome jesse jessica jessie jill joan joanna joanne jodie joe joel joey johan \
    johannes john johnny jonah jonas jonathan josef joseph josephine josh joshua josie joyce juan \
    jude judith judy julia julian julie juliet julius junaid justin \
    kacper kaiden kaira kaitlyn kamil kara karen karim karol kate katarzyna katherine \
    kathleen kathryn katie katy katya kayden kayla kayleigh keeley keira keisha keith kelly kelsey \
    kenneth kenzie kenzo kerry kevin khadija khadijah khalid kian kiara kieran kiera \
    kimberley kingsley kirsty krishna krystian kyle kylie kyra \
    lacey lana lara laura lauren layla layton leah leanne leila lena lennon lennox leo leon leona \
    leonard leonie leonardo leroy lesley leslie lewis lexi lexie leyla liam libby lila lilah \
    liliana lilian lilly lily lina linda lindsay lisa logan lola lorenzo lorna lorraine lottie \
    louie louis louisa louise luca lucas lucia lucian lucinda lucy luis luka lukas lukasz luke luna \
    lydia lyla lynn lyra \
    mabel macie maddison madeleine madison maeve maggie mahdi mahmoud mahnoor maia maisie maisy \
    malachi malak malakai malik malgorzata mandy marcel marcin marcus margaret margot maria mariam \
    marian mariana marianne marie marina mario marion marlon marnie martha martin martina marvin \
    mary maryam mateo mateusz matei matilda matteo matthew matthias maureen maurice maxim \
    maximilian maximus maxwell maya mehmet megan meera mei melanie melissa mia micah michael \
    michal michelle miguel mikail mikolaj mila milan millie milly milo mina minnie mira miriam \
    mohamed mohammad mohammed mollie molly monica monika morgan moses muhammad muhammed musa \
    mustafa myla myles myra \
    nadia nadine nancy naomi natalia natalie natasha nathan nathaniel naveed neha neil nevaeh niall \
    niamh nicholas nicola nicole nieve nigel nikhil nikita nikodem nikola nina noah noel noor nora \
    norah norman nour nusaybah nylah \
    oakley octavia oleksandr oliver olivia olivier oliwia ollie omar orla orlando orson \
    oscar osian oskar otis otto owen \
    paige pamela patricia patrick patrik patrycja paul paula pauline pavel pawel penelope peter \
    philip philippa phillip phoebe piotr polly poppy priya przemyslaw \
    quentin quinn \
    rachael rachel rafael rafe rahim rajesh ralph ramona rania raphael raquel rashid raul raven \
    ravi rayan raymond rebecca reece reggie rehan renee reuben rhiannon rhona rhys ria riaz \
    ricardo richard ridwan riley rita riya robbie robert roberta roberto rocco rohan roman \
    romeo romilly ronan ronald ronnie rory rosalie rosalind rosanna rosemary rosie ross rowan \
    roxanne rubie ruby rufus rukhsana rupert russell ruth ryan \
    saanvi sabrina sadia safa saffron sagal saif sakina salma salman salome salvatore samantha \
    samir samira samuel sana sandra sanjay saoirse sara sarah saskia scarlett sean sebastian selena \
    selina selma serena seren seth shabana shane shania shanice shannon sharon shaun shauna sheila \
    shelley shirley shona sian siddharth sidney sienna silas simon simone simran sinead sofia \
    sofiya sonia sonny sophia sophie spencer stacey stanislaw stanley stefan stella stephanie \
    stephen steve steven stewart stuart subhan suhana suleiman sumaiya suraj susan susannah sylvia \
    szymon \
    tabitha tahir talia tallulah tamara tamsin tania tanisha tanya tara tariq tasha tatiana tayla \
    taylor teddy terence teresa terry tessa thea theo theodora theodore theresa thomas tia \
    tiana tiffany tilly timothy tobias toby tom tommy tomasz toni tracey tracy trevor tristan \
    tyler tyrone \
    umar uma uzair \
    valentina valerie vanessa vera veronica vicky victor vihaan vikram vincent violet \
    viktoria vivian vivienne vladimir \
    wahid waleed walter wayne wendy weronika wesley wilfred william willow wiktor wojciech \
    xander xavier \
    yahya yara yasin yasmin yasmine yolanda yousef youssef yuri yusuf yvette yvonne \
    zac zach zachary zack zahra zaid zain zainab zak zakaria zakariya zane zara zayan \
    zayn zaynab zeeshan zelda zena zeynep zoe zofia zuzanna";
